package io.syncopate.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Held against logs and answers that do not fit in one way each. */
class MadeVersionsTest {

    @Test
    void findsNothingWhereEachWriteMadeWhatItWasAnswered() {
        var versions = new MadeVersions(List.of(event(1, "k1"), event(2, "k2"), event(3, "")));

        assertThat(versions.violations(List.of(answer("k1", 1), answer("k2", 2)))).isEmpty();
    }

    @Test
    void aReplayMayShowWhatOthersMadeSinceThen() {
        var versions = new MadeVersions(List.of(event(1, "k1"), event(2, "k2"), event(3, "k3")));

        assertThat(versions.violations(List.of(replay("k2", 3), answer("k3", 3)))).isEmpty();
        assertThat(versions.placed(replay("k2", 3))).isEqualTo(answer("k2", 2));
    }

    @Test
    void aFirstAnswerMayNot() {
        var versions = new MadeVersions(List.of(event(1, "k1"), event(2, "k2"), event(3, "k3")));

        assertThat(versions.violations(List.of(answer("k2", 3))))
                .containsExactly("k2 made version 2 of cohorts/a and was answered version 3");
    }

    @Test
    void nothingIsAnsweredBeforeItIsMade() {
        var versions = new MadeVersions(List.of(event(1, "k1"), event(2, "k2")));

        assertThat(versions.violations(List.of(replay("k2", 1))))
                .containsExactly("k2 made version 2 of cohorts/a and was answered version 1");
    }

    @Test
    void findsAWriteThatMadeNothing() {
        var versions = new MadeVersions(List.of(event(1, "k1"), event(2, "k3")));

        assertThat(versions.violations(List.of(answer("k1", 1), answer("k2", 2))))
                .containsExactly("k2 made the versions [] of cohorts/a");
    }

    @Test
    void findsAWriteThatWasDoneTwice() {
        var versions = new MadeVersions(List.of(event(1, "k1"), event(2, "k2"), event(3, "k2")));

        assertThat(versions.violations(List.of(answer("k2", 3))))
                .containsExactly("k2 made the versions [2, 3] of cohorts/a");
    }

    private static LoggedEvent event(long version, String key) {
        return new LoggedEvent("default", "cohorts/a", version, 0, version, key);
    }

    private static Acknowledged answer(String key, long version) {
        return new Acknowledged(write(key), "cohorts/a", version, false);
    }

    private static Acknowledged replay(String key, long version) {
        return new Acknowledged(write(key), "cohorts/a", version, true);
    }

    private static Write write(String key) {
        return new Write(key, ResourceType.COHORT, false, "PATCH", "/v1/x", "{}", Map.of());
    }
}
