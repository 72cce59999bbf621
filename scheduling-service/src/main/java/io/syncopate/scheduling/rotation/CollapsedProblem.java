package io.syncopate.scheduling.rotation;

import io.syncopate.scheduling.rotation.RotationModel.SessionClass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A problem without what cannot change the answer: sessions of one daylight-saving class, groups with
 * the same costs, slots that another one beats for every group, and off-limit slots of a session that
 * has better ones. The rows are in an order of their own, so that the order in which groups were
 * given has no say.
 */
final class CollapsedProblem {

    final RotationModel model;

    /** Thousandths of a point that one unit of the model stands for. */
    final long unit;

    /** Sessions of each class, by their position in the series. */
    final List<List<Integer>> members;

    /** For each class and slot of the model, the position among the session's candidates. */
    private final int[][] candidates;

    private CollapsedProblem(
            RotationModel model, long unit, List<List<Integer>> members, int[][] candidates) {
        this.model = model;
        this.unit = unit;
        this.members = members;
        this.candidates = candidates;
    }

    int candidate(int sessionClass, int slot) {
        return candidates[sessionClass][slot];
    }

    static CollapsedProblem of(RotationProblem problem, List<SessionCosts> sessions) {
        Map<CostTable, List<Integer>> classes = new LinkedHashMap<>();
        for (int i = 0; i < sessions.size(); i++) {
            classes.computeIfAbsent(sessions.get(i).table(), unused -> new ArrayList<>()).add(i);
        }
        List<List<Integer>> members = List.copyOf(classes.values());
        int[][] candidates = new int[members.size()][];
        long[][][] costs = new long[members.size()][][];
        for (int k = 0; k < members.size(); k++) {
            CostTable table = sessions.get(members.get(k).getFirst()).table();
            candidates[k] = undominated(table, allowed(table));
            costs[k] = Arrays.stream(candidates[k]).mapToObj(table::points).toArray(long[][]::new);
        }
        return collapse(problem, sessions, members, candidates, costs);
    }

    private static int[] allowed(CostTable table) {
        boolean acceptable = table.hasAcceptableSlot();
        return IntStream.range(0, table.slots())
                .filter(slot -> !acceptable || table.isAcceptable(slot))
                .toArray();
    }

    /** Slots that no other slot beats, or equals earlier in the day. */
    private static int[] undominated(CostTable table, int[] allowed) {
        return Arrays.stream(allowed)
                .filter(
                        slot ->
                                Arrays.stream(allowed)
                                        .noneMatch(other -> beats(table, other, slot)))
                .toArray();
    }

    private static boolean beats(CostTable table, int slot, int other) {
        long[] mine = table.points(slot);
        long[] theirs = table.points(other);
        for (int g = 0; g < mine.length; g++) {
            if (mine[g] > theirs[g]) {
                return false;
            }
        }
        if (!Arrays.equals(mine, theirs)) {
            return true;
        }
        int starts = Integer.compare(table.startMinute(slot), table.startMinute(other));
        return starts < 0 || (starts == 0 && slot < other);
    }

    private static CollapsedProblem collapse(
            RotationProblem problem,
            List<SessionCosts> sessions,
            List<List<Integer>> members,
            int[][] candidates,
            long[][][] costs) {
        int groups = costs[0][0].length;
        Map<long[], List<Integer>> columns = new TreeMap<>(Arrays::compare);
        long unit = 0;
        for (int g = 0; g < groups; g++) {
            long[] column = column(costs, g);
            for (long cost : column) {
                unit = gcd(unit, cost);
            }
            columns.computeIfAbsent(column, unused -> new ArrayList<>()).add(g);
        }
        unit = Math.max(1, unit);
        List<List<Integer>> rows = List.copyOf(columns.values());
        var classes = new ArrayList<SessionClass>();
        for (int k = 0; k < members.size(); k++) {
            CostTable table = sessions.get(members.get(k).getFirst()).table();
            classes.add(
                    new SessionClass(
                            members.get(k).size(),
                            units(costs[k], rows, unit),
                            Arrays.stream(candidates[k]).map(table::startMinute).toArray()));
        }
        return new CollapsedProblem(
                new RotationModel(
                        classes,
                        rows.stream().mapToInt(List::size).toArray(),
                        rows.stream().mapToLong(row -> headCount(problem, row)).toArray()),
                unit,
                members,
                candidates);
    }

    private static long[] column(long[][][] costs, int group) {
        return Arrays.stream(costs)
                .flatMapToLong(slots -> Arrays.stream(slots).mapToLong(slot -> slot[group]))
                .toArray();
    }

    private static long[][] units(long[][] costs, List<List<Integer>> rows, long unit) {
        return Arrays.stream(costs)
                .map(slot -> rows.stream().mapToLong(row -> slot[row.getFirst()] / unit).toArray())
                .toArray(long[][]::new);
    }

    private static long headCount(RotationProblem problem, List<Integer> row) {
        return row.stream().mapToLong(g -> problem.groups().get(g).headCount()).sum();
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
