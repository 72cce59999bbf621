package io.syncopate.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.e2e.Api;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/** The checker is held against histories that are wrong in one way each. */
class HistoryCheckerTest {

    private static final Write MADE = made("k1");
    private static final Write RENAMED = renamed("k2", "new name");

    @Test
    void findsNothingWhereAllIsThere() {
        assertThat(
                        violations(
                                List.of(acknowledged(MADE, 1), acknowledged(RENAMED, 2)),
                                is(2, "new name")))
                .isEmpty();
    }

    @Test
    void acceptsALaterVersionThatSomebodyElseMade() {
        assertThat(
                        violations(
                                List.of(acknowledged(MADE, 1), acknowledged(RENAMED, 2)),
                                is(5, "new name")))
                .isEmpty();
    }

    @Test
    void findsWhatIsGone() {
        assertThat(violations(List.of(acknowledged(MADE, 1))))
                .containsExactly("lost: cohorts/a of k1");
    }

    @Test
    void findsAVersionThatWasTakenBack() {
        assertThat(
                        violations(
                                List.of(acknowledged(MADE, 1), acknowledged(RENAMED, 2)),
                                is(1, "new name")))
                .singleElement()
                .asString()
                .startsWith("taken back: cohorts/a is at version 1, version 2 was acknowledged");
    }

    @Test
    void findsContentThatAnOlderWriteLeft() {
        assertThat(
                        violations(
                                List.of(acknowledged(MADE, 1), acknowledged(RENAMED, 2)),
                                is(2, "old name")))
                .containsExactly(
                        "/displayName of cohorts/a is 'old name', acknowledged was 'new name'");
    }

    @Test
    void theLatestVersionCountsInWhateverOrderItWasAnswered() {
        assertThat(
                        violations(
                                List.of(
                                        acknowledged(renamed("k3", "newest"), 3),
                                        acknowledged(MADE, 1),
                                        acknowledged(RENAMED, 2)),
                                is(3, "newest")))
                .isEmpty();
    }

    @Test
    void findsTwoThatWereAnsweredTheSameVersion() {
        assertThat(
                        violations(
                                List.of(
                                        acknowledged(MADE, 1),
                                        acknowledged(RENAMED, 2),
                                        acknowledged(renamed("k3", "new name"), 2)),
                                is(2, "new name")))
                .containsExactly(
                        "version 2 of cohorts/a was acknowledged for k2 and for k3: one of them is"
                                + " lost");
    }

    @Test
    void findsAThingThatWasMadeTwiceWithOneKey() {
        assertThat(
                        violations(
                                List.of(acknowledged(MADE, 1)),
                                is(1, "old name"),
                                new Observed(
                                        ResourceType.COHORT,
                                        resource("cohorts/b", 1, "old name", "k1"))))
                .singleElement()
                .asString()
                .startsWith("made twice with the key k1");
    }

    @Test
    void findsAThingThatNobodyAskedFor() {
        assertThat(violations(List.of(), is(1, "old name")))
                .containsExactly("made with the key k1 that nobody sent: [cohorts/a]");
    }

    @Test
    void acceptsEitherOutcomeOfAWriteThatWasNeverAnswered() {
        var acknowledged = List.of(acknowledged(MADE, 1));
        var unanswered = List.of(RENAMED);
        for (String name : List.of("old name", "new name")) {
            assertThat(HistoryChecker.violations(acknowledged, unanswered, List.of(is(2, name))))
                    .isEmpty();
        }
        assertThat(HistoryChecker.violations(acknowledged, unanswered, List.of(is(2, "else"))))
                .hasSize(1);
    }

    private static List<String> violations(List<Acknowledged> acknowledged, Observed... observed) {
        return HistoryChecker.violations(acknowledged, List.of(), List.of(observed));
    }

    private static Acknowledged acknowledged(Write write, long version) {
        return new Acknowledged(write, "cohorts/a", version, false);
    }

    private static Write made(String key) {
        return new Write(
                key,
                ResourceType.COHORT,
                true,
                "POST",
                "/v1/cohorts",
                "{}",
                Map.of("/displayName", "old name"));
    }

    private static Write renamed(String key, String name) {
        return new Write(
                key,
                ResourceType.COHORT,
                false,
                "PATCH",
                "/v1/cohorts/a?updateMask=displayName",
                "{}",
                Map.of("/displayName", name));
    }

    private static Observed is(long version, String displayName) {
        return new Observed(ResourceType.COHORT, resource("cohorts/a", version, displayName, "k1"));
    }

    private static ObjectNode resource(String name, long version, String displayName, String key) {
        return Api.object()
                .put("name", name)
                .put("etag", "v" + version)
                .put("displayName", displayName)
                .put("description", key);
    }
}
