package io.syncopate.e2e;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Server-sent events, as an EventSource reads them. */
final class EventStream implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http;
    private final BufferedReader lines;

    /** One event; its id is empty when it has none. */
    record Event(String id, JsonNode data) {}

    private EventStream(HttpClient http, InputStream body) {
        this.http = http;
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /**
     * @param lastEventId of the event to go on after; empty to begin
     */
    static EventStream open(Api.Gateway gateway, String path, String lastEventId)
            throws IOException, InterruptedException {
        var http = HttpClient.newHttpClient();
        var request =
                HttpRequest.newBuilder(gateway.address().resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + gateway.key())
                        .header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new AssertionError(
                    path
                            + " answered "
                            + answer.statusCode()
                            + ": "
                            + new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
        }
        return new EventStream(http, answer.body());
    }

    /** Waits for the next one that has data. */
    Event next() throws IOException {
        String id = "";
        var data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && !data.isEmpty()) {
                return new Event(id, JSON.readTree(data.toString()));
            }
            if (line.startsWith("id:")) {
                id = line.substring("id:".length()).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring("data:".length()).strip());
            }
        }
        throw new AssertionError("the stream ended");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
