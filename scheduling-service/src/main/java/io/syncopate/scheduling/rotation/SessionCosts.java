package io.syncopate.scheduling.rotation;

import io.syncopate.kernel.InvalidException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** The candidate slots of one session, and what they cost. */
record SessionCosts(SessionRequest session, List<Instant> slots, CostTable table) {

    private static final int STEP_SECONDS = RotationProblem.STEP * 60;

    static List<SessionCosts> of(RotationProblem problem) {
        Map<WorkingHours, WeekBurden> weeks = weeks(problem);
        // One table per daylight-saving class stays in memory, not one per session.
        Map<CostTable, CostTable> tables = new HashMap<>();
        var costs = new ArrayList<SessionCosts>();
        for (SessionRequest session : problem.sessions()) {
            List<Instant> slots = slots(problem, session);
            CostTable table = table(problem, session, slots, weeks);
            CostTable known = tables.putIfAbsent(table, table);
            costs.add(new SessionCosts(session, slots, known == null ? table : known));
        }
        return List.copyOf(costs);
    }

    /** Stepped by instants, so that a day of 23 or 25 hours has as many slots as it really has. */
    private static List<Instant> slots(RotationProblem problem, SessionRequest session) {
        var slots = new ArrayList<Instant>();
        ZoneId anchor = problem.anchor();
        Instant end = session.date().plusDays(1).atStartOfDay(anchor).toInstant();
        for (Instant at = session.date().atStartOfDay(anchor).toInstant();
                at.isBefore(end);
                at = at.plusSeconds(STEP_SECONDS)) {
            if (minuteOfDay(at, anchor) % problem.slotMinutes() == 0) {
                slots.add(at);
            }
        }
        if (slots.isEmpty()) {
            throw new InvalidException(
                    "first_date",
                    session.date(),
                    "a date that %s has, for session '%s'".formatted(anchor, session.key()));
        }
        return List.copyOf(slots);
    }

    /** What given slots cost, one per session, be they on the grid or not. */
    static List<CostTable> at(RotationProblem problem, List<Instant> starts) {
        Map<WorkingHours, WeekBurden> weeks = weeks(problem);
        return IntStream.range(0, starts.size())
                .mapToObj(
                        i ->
                                table(
                                        problem,
                                        problem.sessions().get(i),
                                        List.of(starts.get(i)),
                                        weeks))
                .toList();
    }

    private static Map<WorkingHours, WeekBurden> weeks(RotationProblem problem) {
        Map<WorkingHours, WeekBurden> weeks = new HashMap<>();
        for (Group group : problem.groups()) {
            weeks.computeIfAbsent(group.hours(), hours -> new WeekBurden(hours, problem.profile()));
        }
        return weeks;
    }

    private static CostTable table(
            RotationProblem problem,
            SessionRequest session,
            List<Instant> slots,
            Map<WorkingHours, WeekBurden> weeks) {
        int groups = problem.groups().size();
        boolean peak = problem.profile().perSession() == BurdenProfile.PerSession.PEAK;
        long[][] points = new long[slots.size()][groups];
        HourKind[][] kinds = new HourKind[slots.size()][groups];
        for (int g = 0; g < groups; g++) {
            Group group = problem.groups().get(g);
            WeekBurden week = Objects.requireNonNull(weeks.get(group.hours()));
            var clock = new LocalClock(group.zone(), slots.getFirst(), slots.getLast(), session);
            for (int slot = 0; slot < slots.size(); slot++) {
                long start = slots.get(slot).getEpochSecond();
                long cost = 0;
                HourKind kind = HourKind.WORKING;
                for (int step = 0; step < session.minutes() * 60; step += STEP_SECONDS) {
                    int minute = clock.minuteOfWeek(start + step);
                    long stepPoints = week.points(minute);
                    cost = peak ? Math.max(cost, stepPoints) : cost + stepPoints;
                    kind = kind.worse(HourKind.of(week, minute));
                }
                points[slot][g] = cost;
                kinds[slot][g] = kind;
            }
        }
        int[] starts = slots.stream().mapToInt(at -> minuteOfDay(at, problem.anchor())).toArray();
        return new CostTable(starts, points, kinds);
    }

    private static int minuteOfDay(Instant at, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        return local.getHour() * 60 + local.getMinute();
    }

    /** A zone's clock around one session; asks the zone's rules again only when it changes there. */
    private static final class LocalClock {
        private static final int DAY_SECONDS = 24 * 60 * 60;
        private static final int MONDAY_AFTER_EPOCH_DAY_ZERO = 3;

        private final ZoneRules rules;
        private final boolean changes;
        private final int offset;

        LocalClock(ZoneId zone, Instant first, Instant last, SessionRequest session) {
            rules = zone.getRules();
            offset = rules.getOffset(first).getTotalSeconds();
            ZoneOffsetTransition next = rules.nextTransition(first);
            changes =
                    next != null
                            && next.getInstant()
                                    .isBefore(last.plusSeconds(session.minutes() * 60L));
        }

        int minuteOfWeek(long epochSecond) {
            int now =
                    changes
                            ? rules.getOffset(Instant.ofEpochSecond(epochSecond)).getTotalSeconds()
                            : offset;
            long local = epochSecond + now;
            int day =
                    (int)
                            Math.floorMod(
                                    Math.floorDiv(local, DAY_SECONDS) + MONDAY_AFTER_EPOCH_DAY_ZERO,
                                    7L);
            return day * Window.DAY + (int) (Math.floorMod(local, DAY_SECONDS) / 60);
        }
    }
}
