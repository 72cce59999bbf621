package io.syncopate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

/** A board that is followed as a browser follows it, over a connection that breaks. */
public abstract class BoardStreams {

    private final Api api;

    protected BoardStreams(Api api) {
        this.api = api;
    }

    @Test
    void goesOnWithWhatWasMissedAfterABreak() throws Exception {
        var job = new MainJob(api);
        String program = job.create("learning/compliance-training.json");
        job.accept(program, job.assess(program).path("name").asString());
        String campaign = MainJob.made(job.launch(program, "2026-10-05"), "CAMPAIGN");
        // A campaign that opens is the whole board anew: what is missed below is to be the claim
        // alone.
        api.await("/v1/history?name=" + campaign, BoardStreams::hasOpened);
        JsonNode asset = job.assets(campaign).getFirst();
        String board = "/v1/board:watch?campaign=" + campaign;

        String last;
        try (var first = EventStream.open(api.next(), board, "")) {
            EventStream.Event whole = first.next();
            assertThat(whole.data().has("board")).isTrue();
            last = whole.id();
        }
        assertThat(last).isNotEmpty();
        String claim = job.claim(asset);

        try (var again = EventStream.open(api.next(), board, last)) {
            EventStream.Event missed = again.next();
            assertThat(missed.data().has("board")).as("the whole board again").isFalse();
            assertThat(missed.data().at("/change/card/asset").asString())
                    .isEqualTo(asset.path("name").asString());
            assertThat(missed.id()).isNotEqualTo(last);
        }
        assertThat(claim).isNotEmpty();
    }

    private static boolean hasOpened(JsonNode history) {
        return history.path("events")
                .valueStream()
                .anyMatch(event -> event.path("type").asString().endsWith(".CampaignOpened"));
    }
}
