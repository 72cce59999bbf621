package io.syncopate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What {@code examples/} promises. */
@Tag("kind:processes")
@ExtendWith(SharedStandalone.class)
class ExamplesIT {

    private final SharedStandalone.Running shared;

    ExamplesIT(SharedStandalone.Running shared) {
        this.shared = shared;
    }

    @Test
    @EnabledOnOs(
            value = {OS.LINUX, OS.MAC},
            disabledReason = "the walk-through is for a POSIX shell")
    void walkThroughGivesWhatItSays() throws IOException, InterruptedException {
        Walkthrough.read("examples/README.md", "## Trying one")
                .check(shared.platform().address(), shared.directory());
    }

    /** Four regions practise together for eight weeks; Europe and America change their clocks meanwhile. */
    @Test
    @Rule({"L-078", "L-084"})
    void incidentResponsePracticeSharesTheInconvenientHours() {
        var job = new MainJob(shared.api());
        String program = job.create("learning/incident-response-practice.json", "incident-1");
        JsonNode assessment = job.assess(program);
        job.accept(program, assessment.path("name").asString());
        String series = MainJob.made(job.launch(program, "2026-10-05"), "SERIES");
        List<JsonNode> sessions = job.sessions(series);
        assertThat(sessions).hasSize(8);

        sessions.forEach(ExamplesIT::assertLocalTimesFollowFromTheInstant);
        assertThat(offsets(sessions, "Europe/Berlin", before("2026-10-25"))).containsExactly(7200);
        assertThat(offsets(sessions, "Europe/Berlin", from("2026-10-25"))).containsExactly(3600);
        assertThat(offsets(sessions, "America/New_York", before("2026-11-01")))
                .containsExactly(-14400);
        assertThat(offsets(sessions, "America/New_York", from("2026-11-01")))
                .containsExactly(-18000);
        assertThat(offsets(sessions, "Asia/Kolkata", session -> true)).containsExactly(19800);

        assertNobodyAlwaysHasTheInconvenientHour(sessions);
        assertFairnessIsWhatTheSessionsAddUpTo(
                shared.api().get("/v1/" + series).ok().path("fairness"), sessions);
    }

    private static void assertLocalTimesFollowFromTheInstant(JsonNode session) {
        Instant start = Instant.parse(session.path("startTime").asString());
        assertThat(session.path("groups").size()).isEqualTo(4);
        for (JsonNode group : session.path("groups")) {
            ZoneId zone = ZoneId.of(group.path("zone").asString());
            assertThat(LocalDateTime.parse(group.path("localStart").asString()))
                    .as("%s in %s", start, zone)
                    .isEqualTo(LocalDateTime.ofInstant(start, zone));
            assertThat(ZoneOffset.ofTotalSeconds(group.path("offsetSeconds").asInt()))
                    .isEqualTo(zone.getRules().getOffset(start));
        }
    }

    /** The heaviest hour of a session goes round, and nobody has an uncomfortable one every time. */
    private static void assertNobodyAlwaysHasTheInconvenientHour(List<JsonNode> sessions) {
        Set<String> worstOff = new HashSet<>();
        Map<String, Integer> inconvenient = new HashMap<>();
        for (JsonNode session : sessions) {
            Map<String, Long> burdens = burdens(session);
            long worst = burdens.values().stream().mapToLong(Long::longValue).max().orElseThrow();
            burdens.forEach(
                    (group, burden) -> {
                        if (burden == worst) {
                            worstOff.add(group);
                            inconvenient.merge(group, 1, Integer::sum);
                        }
                    });
        }
        assertThat(worstOff).hasSizeGreaterThan(1);
        assertThat(inconvenient.values())
                .allSatisfy(n -> assertThat(n).isLessThan(sessions.size()));
    }

    private static void assertFairnessIsWhatTheSessionsAddUpTo(
            JsonNode fairness, List<JsonNode> sessions) {
        Map<String, Long> sums = new LinkedHashMap<>();
        sessions.forEach(
                session ->
                        burdens(session)
                                .forEach((group, burden) -> sums.merge(group, burden, Long::sum)));
        for (JsonNode group : fairness.path("groups")) {
            assertThat(group.path("millipoints").asLong())
                    .isEqualTo(sums.get(group.path("group").asString()));
        }
        long worst = fairness.path("worstMillipoints").asLong();
        assertThat(worst)
                .isEqualTo(sums.values().stream().mapToLong(Long::longValue).max().orElseThrow())
                .isLessThan(fairness.path("bestFixedTimeWorstMillipoints").asLong())
                .isGreaterThanOrEqualTo(fairness.path("boundMillipoints").asLong());
    }

    private static Map<String, Long> burdens(JsonNode session) {
        Map<String, Long> burdens = new LinkedHashMap<>();
        for (JsonNode group : session.path("groups")) {
            burdens.put(group.path("group").asString(), group.path("millipoints").asLong());
        }
        return burdens;
    }

    private static List<Integer> offsets(
            List<JsonNode> sessions, String zone, Predicate<JsonNode> which) {
        var offsets = new ArrayList<Integer>();
        sessions.stream()
                .filter(which)
                .flatMap(session -> session.path("groups").valueStream())
                .filter(group -> group.path("zone").asString().equals(zone))
                .map(group -> group.path("offsetSeconds").asInt())
                .distinct()
                .forEach(offsets::add);
        return offsets;
    }

    private static Predicate<JsonNode> before(String date) {
        return session ->
                Instant.parse(session.path("startTime").asString())
                        .isBefore(LocalDate.parse(date).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static Predicate<JsonNode> from(String date) {
        return before(date).negate();
    }
}
