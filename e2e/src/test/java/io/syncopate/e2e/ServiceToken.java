package io.syncopate.e2e;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a service gets from the gateway to call another in its own name. */
public record ServiceToken(URI gateway, String secret) {

    /** For what it does by itself in a tenant. */
    public String of(String service, String tenant, String audience)
            throws IOException, InterruptedException {
        return asked(
                service,
                "grant_type=client_credentials&tenant=%s&audience=%s".formatted(tenant, audience));
    }

    /** For what it does by itself in a person's name. */
    public String inTheNameOf(String person, String service, String tenant, String audience)
            throws IOException, InterruptedException {
        return asked(
                service,
                "grant_type=client_credentials&tenant=%s&subject=%s&audience=%s"
                        .formatted(tenant, person, audience));
    }

    /** For its own call of another while it answers the one that came with this token. */
    public String exchanged(String service, String token, String audience)
            throws IOException, InterruptedException {
        return asked(
                service,
                "grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token_type=urn:ietf:params:oauth:token-type:jwt&subject_token=%s&audience=%s"
                        .formatted(token, audience));
    }

    private String asked(String service, String form) throws IOException, InterruptedException {
        String basic =
                Base64.getEncoder()
                        .encodeToString((service + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request =
                HttpRequest.newBuilder(gateway.resolve("/internal/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("no token: " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body()).path("access_token").asString();
        }
    }
}
