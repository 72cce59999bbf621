package io.syncopate.scheduling.rotation;

import io.syncopate.scheduling.rotation.Fairness.FixedTime;
import io.syncopate.scheduling.rotation.Fairness.Load;
import io.syncopate.scheduling.rotation.Rotation.Meeting;
import io.syncopate.scheduling.rotation.Rotation.Placed;
import io.syncopate.scheduling.rotation.RotationSolver.Selection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Plans the slots of a series: no off-limit hours where that is possible, then the smallest burden of
 * the worst-off, then of the second worst-off and so on, then the smallest total over people, then
 * the earliest. Computing only, up to some seconds of one core for the largest.
 */
public final class PlanRotation {

    private final RotationSolver solver;

    public PlanRotation() {
        this(BoundedRotationSolver.standard());
    }

    PlanRotation(RotationSolver solver) {
        this.solver = solver;
    }

    public Rotation plan(RotationProblem problem) {
        List<SessionCosts> costs = SessionCosts.of(problem);
        CollapsedProblem collapsed = CollapsedProblem.of(problem, costs);
        Selection selection = solver.solve(collapsed.model);
        int[] slots = new TakeTurns(problem, costs, collapsed).order(selection.picks);
        var placed = new ArrayList<Placed>();
        for (int i = 0; i < slots.length; i++) {
            SessionCosts session = costs.get(i);
            placed.add(
                    new Placed(
                            session.session(),
                            session.slots().get(slots[i]),
                            session.table().hasAcceptableSlot(),
                            meetings(
                                    problem,
                                    session.slots().get(slots[i]),
                                    session.table(),
                                    slots[i])));
        }
        return new Rotation(
                placed,
                new Fairness(
                        loads(problem, placed),
                        new Points(Math.multiplyExact(selection.bound, collapsed.unit)),
                        selection.exact,
                        bestFixed(problem, costs)));
    }

    /** What given starts, one per session, mean for each group; nothing is planned. */
    public static List<List<Meeting>> meetings(RotationProblem problem, List<Instant> starts) {
        List<CostTable> tables = SessionCosts.at(problem, starts);
        var meetings = new ArrayList<List<Meeting>>();
        for (int i = 0; i < starts.size(); i++) {
            meetings.add(meetings(problem, starts.get(i), tables.get(i), 0));
        }
        return meetings;
    }

    private static List<Meeting> meetings(
            RotationProblem problem, Instant start, CostTable table, int slot) {
        var meetings = new ArrayList<Meeting>();
        for (int g = 0; g < problem.groups().size(); g++) {
            Group group = problem.groups().get(g);
            ZoneOffset offset = group.zone().getRules().getOffset(start);
            meetings.add(
                    new Meeting(
                            group.key(),
                            group.zone(),
                            start.atOffset(offset).toLocalDateTime(),
                            offset,
                            new Points(table.points(slot)[g]),
                            table.kind(slot, g)));
        }
        return List.copyOf(meetings);
    }

    private static List<Load> loads(RotationProblem problem, List<Placed> sessions) {
        var loads = new ArrayList<Load>();
        for (int g = 0; g < problem.groups().size(); g++) {
            Points sum = Points.ZERO;
            int offLimits = 0;
            for (Placed session : sessions) {
                Meeting meeting = session.meetings().get(g);
                sum = sum.plus(meeting.burden());
                offLimits += meeting.hours() == HourKind.OFF_LIMITS ? 1 : 0;
            }
            Group group = problem.groups().get(g);
            loads.add(new Load(group.key(), group.headCount(), sum, offLimits));
        }
        return loads;
    }

    /** Over the times that every session's day has; a clock change may take one away. */
    private static FixedTime bestFixed(RotationProblem problem, List<SessionCosts> sessions) {
        Map<Integer, long[]> burdens = new HashMap<>();
        Map<Integer, Integer> days = new HashMap<>();
        for (SessionCosts session : sessions) {
            CostTable table = session.table();
            var seen = new HashSet<Integer>();
            for (int slot = 0; slot < table.slots(); slot++) {
                int minute = table.startMinute(slot);
                if (!seen.add(minute)) {
                    continue; // the hour that a clock set back repeats
                }
                long[] sums =
                        burdens.computeIfAbsent(minute, _ -> new long[problem.groups().size()]);
                for (int g = 0; g < sums.length; g++) {
                    sums[g] += table.points(slot)[g];
                }
                days.merge(minute, 1, Integer::sum);
            }
        }
        return burdens.entrySet().stream()
                .filter(time -> days.getOrDefault(time.getKey(), 0) == sessions.size())
                .map(time -> new FixedTime(time.getKey(), worst(time.getValue())))
                .min(Comparator.comparing(FixedTime::worst).thenComparing(FixedTime::localMinute))
                .orElseThrow();
    }

    private static Points worst(long[] burdens) {
        return new Points(Arrays.stream(burdens).max().orElseThrow());
    }
}
