package io.syncopate.scheduling.rotation;

import io.syncopate.scheduling.rotation.BurdenProfile.PerSession;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Objects;

/** An instance whose answer an independent constraint solver found, with that answer. */
record ReferenceInstance(RotationProblem problem, JsonNode reference) {

    static ReferenceInstance read(String name) {
        try (InputStream in =
                ReferenceInstance.class.getResourceAsStream("/rotation/" + name + ".json")) {
            JsonNode json = new JsonMapper().readTree(Objects.requireNonNull(in));
            return new ReferenceInstance(problem(json), json.get("reference"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cost model v1 of the instances: symmetric, the peak of the steps, nothing off limits. */
    static BurdenProfile costModelV1() {
        var curve =
                BurdenCurve.through(
                        new int[][] {
                            {0, 0}, {120, 8}, {300, 32}, {1440, 32 + 4 * (1440 - 300) / 15}
                        });
        return new BurdenProfile(curve, curve, PerSession.PEAK, java.util.Optional.empty());
    }

    private static RotationProblem problem(JsonNode json) {
        var groups = new ArrayList<Group>();
        for (JsonNode group : json.get("groups")) {
            groups.add(
                    new Group(
                            group.get("id").asString(),
                            ZoneId.of(group.get("zone").asString()),
                            WorkingHours.daily(
                                    group.get("work_start").asInt(), group.get("work_end").asInt()),
                            group.get("headcount").asInt()));
        }
        LocalDate first = LocalDate.parse(json.get("first_date").asString());
        var sessions = new ArrayList<SessionRequest>();
        for (int i = 0; i < json.get("sessions").asInt(); i++) {
            sessions.add(
                    new SessionRequest(
                            "s" + (i + 1),
                            first.plusDays((long) i * json.get("cadence_days").asInt()),
                            json.get("duration_min").asInt(),
                            Attendance.MANDATORY));
        }
        return new RotationProblem(
                groups, sessions, ZoneOffset.UTC, json.get("slot_min").asInt(), costModelV1());
    }
}
