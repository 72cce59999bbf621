package io.syncopate.e2e.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.AnnotationsProto;
import com.google.protobuf.Descriptors.MethodDescriptor;

import io.syncopate.e2e.Api;
import io.syncopate.e2e.StandaloneProcess;
import io.syncopate.proto.api.v1.AccessProto;
import io.syncopate.proto.api.v1.Scope;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks every method of every contract with credentials that must not open it. */
@Tag("kind:processes")
@TestInstance(Lifecycle.PER_CLASS)
class TenantIsolationIT {

    /** Called by other services alone: no path of the gateway leads to them. */
    private static final Set<String> INTERNAL =
            Set.of(
                    "syncopate.api.v1.EventFeedService.Read",
                    "syncopate.api.v1.EventFeedService.ReadAll",
                    "syncopate.api.v1.EventFeedService.ListHistory",
                    "syncopate.api.v1.EventFeedService.Watch");

    /** There in a demonstration with adjustable time alone. */
    private static final String NOT_OFFERED = "syncopate.gateway.v1.TimeService";

    private static final Set<Integer> REFUSED = Set.of(403, 404);
    private static final Set<Integer> REFUSED_OR_IN_USE = Set.of(403, 404, 409);

    @TempDir private static Path directory;

    private StandaloneProcess platform;
    private URI address;
    private SeededTenant seeded;
    private Api its;
    private Api stranger;
    private RequestForge forge;

    /** One life seeds a tenant; in the next one, the developer's key is of another tenant. */
    @BeforeAll
    void start() throws IOException {
        try (var first = StandaloneProcess.start(directory, Optional.empty())) {
            seeded = SeededTenant.seed(first.api());
        }
        Path strangerKey = directory.resolve("stranger.key");
        platform =
                StandaloneProcess.start(
                        directory,
                        Optional.empty(),
                        "--syncopate.gateway.developer.tenant=stranger",
                        "--syncopate.gateway.developer.key-file=" + strangerKey);
        address = platform.address();
        its = new Api(address, seeded.key());
        stranger = new Api(address, Files.readString(strangerKey).strip());
        forge = new RequestForge(seeded.names());
    }

    @AfterAll
    void stop() {
        if (platform != null) {
            platform.close();
        }
    }

    @Test
    void anotherTenantSeesAndChangesNothing() {
        Map<String, JsonNode> before = seeded.everything(its);
        assertThat(before.toString()).contains(SeededTenant.MARK);
        var wrong = new ArrayList<String>();
        for (MethodDescriptor rpc : methods()) {
            RequestForge.Request request = forge.of(rpc);
            Api.Answer answer = send(stranger, request);
            if (isAboutAResource(request)
                    ? !REFUSED.contains(answer.status())
                    : answer.status() == 400) {
                wrong.add(told(rpc, request, answer));
            }
            if (answer.response().body().contains(SeededTenant.MARK)) {
                wrong.add(rpc.getFullName() + " shows the other tenant's texts");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seeded.everything(its)).isEqualTo(before);
    }

    @Test
    void aKeyOpensOnlyWhatItNames() {
        Map<String, JsonNode> before = seeded.everything(its);
        var nothing = new Api(address, seeded.nothingKey());
        var wrong = new ArrayList<String>();
        for (MethodDescriptor rpc : methods()) {
            RequestForge.Request request = forge.of(rpc);
            Api.Answer answer = send(nothing, request);
            int expected = permission(rpc).equals("assessment.workflowComparison.read") ? 200 : 403;
            if (answer.status() != expected) {
                wrong.add(told(rpc, request, answer));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seeded.everything(its)).isEqualTo(before);
    }

    @Test
    void aKeyForWhatIsOnesOwnDoesNotReachWhatIsAnothers() {
        Map<String, JsonNode> before = seeded.resources(its);
        var outsider = new Api(address, seeded.outsiderKey());
        var wrong = new ArrayList<String>();
        for (MethodDescriptor rpc : methods()) {
            RequestForge.Request request = forge.of(rpc);
            Api.Answer answer = send(outsider, request);
            boolean refused =
                    scope(rpc) == Scope.SCOPE_OWN
                            ? REFUSED_OR_IN_USE.contains(answer.status())
                                    || !isAboutAResource(request)
                            : answer.status() == 403;
            if (!refused || answer.response().body().contains(SeededTenant.MARK)) {
                wrong.add(told(rpc, request, answer));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seeded.resources(its)).isEqualTo(before);
    }

    /** Without the internal ones, which have to be named here. */
    private static List<MethodDescriptor> methods() {
        List<MethodDescriptor> all = Methods.all();
        assertThat(
                        all.stream()
                                .filter(
                                        rpc ->
                                                !rpc.getOptions()
                                                        .hasExtension(AnnotationsProto.http)))
                .extracting(MethodDescriptor::getFullName)
                .as("methods that no path leads to")
                .containsExactlyInAnyOrderElementsOf(INTERNAL);
        return all.stream()
                .filter(rpc -> rpc.getOptions().hasExtension(AnnotationsProto.http))
                .filter(rpc -> !rpc.getService().getFullName().equals(NOT_OFFERED))
                .toList();
    }

    /** Else it is about a collection, or about what the request itself says. */
    private static boolean isAboutAResource(RequestForge.Request request) {
        return request.path().matches("/v1/[a-zA-Z]+/.*")
                && !request.path().equals("/v1/assessment/operations");
    }

    private static Api.Answer send(Api api, RequestForge.Request request) {
        return request.body().isEmpty()
                ? api.send(request.method(), request.path(), "")
                : api.send(
                        request.method(),
                        request.path(),
                        request.body(),
                        "Content-Type",
                        request.contentType());
    }

    private static String permission(MethodDescriptor rpc) {
        return rpc.getOptions().getExtension(AccessProto.access).getPermission();
    }

    private static Scope scope(MethodDescriptor rpc) {
        return rpc.getOptions().getExtension(AccessProto.access).getScope();
    }

    private static String told(
            MethodDescriptor rpc, RequestForge.Request request, Api.Answer answer) {
        return "%s: %s %s %s answered %d %s"
                .formatted(
                        rpc.getFullName(),
                        request.method(),
                        request.path(),
                        request.body(),
                        answer.status(),
                        answer.response().body());
    }
}
