package io.syncopate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Time moved forward: what falls due is there when the call returns, and it stays moved. */
@Tag("kind:processes")
class TimeIT {

    private static final String ADVANCE = "/v1/time:advance";

    @TempDir private Path directory;

    @Test
    void whatFallsDueInThreeDaysIsSeenAtOnce() {
        String asset;
        try (var platform = start("--syncopate.time.adjustable=true")) {
            Api api = platform.api();
            String campaign =
                    api.post("/v1/campaigns", Api.example("production/social-team-campaign.json"))
                            .ok()
                            .path("name")
                            .asString();
            asset = campaign + "/assets/key-visual";
            String claim = new MainJob(api).claim(api.get("/v1/" + asset).ok());
            assertThat(api.get("/v1/" + asset).ok().path("claim").asString()).isEqualTo(claim);

            JsonNode moved =
                    api.post(ADVANCE, "{\"by\": \"259200s\"}", "Idempotency-Key", "three-days")
                            .ok();
            assertThat(moved.path("ahead").asString()).isEqualTo("259200s");
            assertThat(api.get("/v1/" + asset).ok().path("state").asString())
                    .as("nobody renewed the claim for three days")
                    .isEqualTo("WAITING");
            api.post(ADVANCE, "{\"by\": \"259200s\"}", "Idempotency-Key", "three-days").ok();
            assertThatItDoesNotGoBack(api);
            platform.kill();
        }
        try (var platform = start()) {
            Api api = platform.api();
            assertThat(api.get("/v1/time").status())
                    .as("not offered unless asked for")
                    .isEqualTo(404);
            String claim = new MainJob(api).claim(api.get("/v1/" + asset).ok());
            Instant expires =
                    Instant.parse(api.get("/v1/" + claim).ok().path("expireTime").asString());
            assertThat(Duration.between(Instant.now(), expires).toDays())
                    .as("what was written three days ahead is not in the future")
                    .isEqualTo(3);
        }
    }

    private static void assertThatItDoesNotGoBack(Api api) {
        Api.Answer refused = api.post(ADVANCE, "{\"by\": \"-60s\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("by");
    }

    private StandaloneProcess start(String... more) {
        return StandaloneProcess.start(directory, Optional.empty(), more);
    }
}
