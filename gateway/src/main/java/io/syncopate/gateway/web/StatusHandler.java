package io.syncopate.gateway.web;

import io.syncopate.gateway.backend.Backend;
import io.syncopate.gateway.backend.Backends;
import io.syncopate.kernel.Caller;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is running. Who is not known learns the product's name and whether it knows them. */
final class StatusHandler {

    private final Backends backends;
    private final Clock clock;
    private final Instant since;
    private final String version;

    StatusHandler(Backends backends, Clock clock) {
        this.backends = backends;
        this.clock = clock;
        this.since = clock.instant();
        this.version =
                Objects.requireNonNullElse(
                        StatusHandler.class.getPackage().getImplementationVersion(), "unpackaged");
    }

    Mono<ServerResponse> status(ServerRequest request) {
        var body = new LinkedHashMap<String, Object>();
        body.put("product", "Syncopate");
        var caller = Callers.find(request.exchange());
        body.put("signedIn", caller.isPresent());
        caller.ifPresent(known -> addDetails(body, known));
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .bodyValue(body);
    }

    private void addDetails(Map<String, Object> body, Caller caller) {
        body.put("version", version);
        body.put("uptimeSeconds", Duration.between(since, clock.instant()).toSeconds());
        body.put(
                "caller",
                Map.of("tenant", caller.tenant().value(), "person", "people/" + caller.uid()));
        body.put("backends", backends.all().stream().map(StatusHandler::backend).toList());
    }

    private static Map<String, Object> backend(Backend backend) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("name", backend.name());
        entry.put("state", backend.state().name());
        entry.put("services", List.copyOf(backend.services()));
        return entry;
    }
}
