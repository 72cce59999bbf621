package io.syncopate.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** The checker is held against logs that are wrong in one way each. */
class EventLogCheckerTest {

    @Test
    void findsNothingInALogThatKeepsItsPromises() {
        assertThat(
                        violations(
                                event("a", 1, 0, 1),
                                event("b", 1, 1, 1),
                                event("c", 1, 0, 2),
                                event("a", 2, 0, 3)))
                .isEmpty();
    }

    @Test
    void findsAGapInThePositions() {
        assertThat(violations(event("a", 1, 0, 1), event("b", 1, 0, 3)))
                .containsExactly("partition 0: position 3 follows 1");
    }

    @Test
    void findsAPositionThatWasGivenTwice() {
        assertThat(violations(event("a", 1, 0, 1), event("b", 1, 0, 1)))
                .containsExactly("partition 0: position 1 follows 1");
    }

    @Test
    void findsALogThatDoesNotBeginAtItsBeginning() {
        assertThat(violations(event("a", 1, 0, 2)))
                .containsExactly("partition 0: position 2 follows 0");
    }

    @Test
    void findsAnEventThatWasLost() {
        assertThat(violations(event("a", 1, 0, 1), event("a", 3, 0, 2)))
                .containsExactly("a: version 3 follows 1, at position 2 of partition 0");
    }

    @Test
    void findsAnEventThatWasAddedTwice() {
        assertThat(violations(event("a", 1, 0, 1), event("a", 1, 0, 2)))
                .containsExactly("a: version 1 follows 1, at position 2 of partition 0");
    }

    @Test
    void findsEventsOutOfOrder() {
        assertThat(violations(event("a", 2, 0, 1), event("a", 1, 0, 2))).hasSize(2);
    }

    @Test
    void findsAnAggregateInTwoPartitions() {
        assertThat(violations(event("a", 1, 0, 1), event("a", 2, 1, 1)))
                .containsExactly("a is in the partitions 0 and 1");
    }

    @Test
    void findsAnAcknowledgedVersionWithoutItsEvent() {
        var write = new Write("k2", ResourceType.COHORT, false, "PATCH", "/v1/a", "{}", Map.of());
        assertThat(
                        EventLogChecker.violations(
                                List.of(event("a", 1, 0, 1)),
                                List.of(new Acknowledged(write, "a", 2, false))))
                .containsExactly("no event for version 2 of a, acknowledged for k2");
    }

    @Test
    void findsAnEventThatDoesNotSayTheWholeName() {
        String name = "programs/p/assessments/a";
        var write = new Write("k3", ResourceType.ASSESSMENT, true, "POST", "/v1/p", "{}", Map.of());
        assertThat(
                        EventLogChecker.violations(
                                List.of(event("assessments/a", 1, 0, 1)),
                                List.of(new Acknowledged(write, name, 0, false))))
                .containsExactly("no event for version 1 of " + name + ", acknowledged for k3");
    }

    private static List<String> violations(LoggedEvent... log) {
        return EventLogChecker.violations(List.of(log), List.of());
    }

    private static LoggedEvent event(String aggregate, long version, int partition, long position) {
        return new LoggedEvent("default", aggregate, version, partition, position, "");
    }
}
