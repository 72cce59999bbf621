package io.syncopate.scheduling.rotation;

import io.syncopate.scheduling.rotation.RotationModel.SessionClass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Moves one or two sessions to other slots as long as that helps: first to bring the worst burden
 * under a limit that sinks with every success, shaken when stuck, then to make the other burdens as
 * fair as they get at that worst one. Counts its work instead of looking at a clock.
 */
final class LocalSearch {

    private static final int SHAKEN_SESSIONS = 3;
    private static final long SHAKE_WORK = 5_000;

    private final RotationModel model;
    private final LinearRelaxation relaxation;
    private final Random random;
    private long work;

    LocalSearch(RotationModel model, LinearRelaxation relaxation, long seed) {
        this.model = model;
        this.relaxation = relaxation;
        this.random = new Random(seed);
    }

    private record Move(int sessionClass, int from, int to) {}

    /**
     * @param additions of burdens that it may spend, a quarter of them on the levels after the worst
     */
    int[][] improve(int[][] start, long additions) {
        long kept = additions / 4;
        work = additions - kept;
        int[][] best = start;
        long worst = worst(best);
        int[][] current = copy(best);
        while (work > 0 && worst > relaxation.bound()) {
            if (sinkTo(worst - 1, current)) {
                best = copy(current);
                worst = worst(best);
            } else {
                current = shaken(best, worst - 1);
            }
        }
        work = Math.max(0, work) + kept;
        return evened(best);
    }

    /** Descends on the squared excess over the limit; true when nothing is left above it. */
    private boolean sinkTo(long limit, int[][] picks) {
        long[] burdens = model.burdens(picks);
        double excess = excess(burdens, limit);
        while (excess > 0 && work > 0) {
            List<Move> moves = moves(picks, limit);
            long[][] deltas = deltas(moves);
            int[] order = heaviestFirst(burdens);
            int[] found = betterPair(burdens, deltas, moves, picks, order, limit, excess);
            if (found.length == 0) {
                return false;
            }
            for (int m : found) {
                apply(moves.get(m), deltas[m], picks, burdens);
            }
            excess = excess(burdens, limit);
        }
        return excess == 0;
    }

    /** One move or two that lower the excess; empty when there are none or the work is used up. */
    private int[] betterPair(
            long[] burdens,
            long[][] deltas,
            List<Move> moves,
            int[][] picks,
            int[] order,
            long limit,
            double excess) {
        int[] best = {};
        double least = excess;
        long[] moved = new long[burdens.length];
        for (int a = 0; a < deltas.length; a++) {
            double single = excess(burdens, deltas[a], order, limit, least);
            if (single < least) {
                least = single;
                best = new int[] {a};
            }
        }
        if (best.length > 0) {
            return best;
        }
        for (int a = 0; a < deltas.length && work > 0; a++) {
            for (int g = 0; g < moved.length; g++) {
                moved[g] = burdens[g] + deltas[a][g];
            }
            for (int b = a + 1; b < deltas.length; b++) {
                double pair = excess(moved, deltas[b], order, limit, least);
                if (pair < least && together(moves.get(a), moves.get(b), picks)) {
                    return new int[] {a, b};
                }
            }
        }
        return best;
    }

    private static boolean together(Move a, Move b, int[][] picks) {
        boolean sameSource = a.sessionClass == b.sessionClass && a.from == b.from;
        return !sameSource || picks[a.sessionClass][a.from] > 1;
    }

    private double excess(long[] burdens, long limit) {
        double sum = 0;
        for (int g = 0; g < burdens.length; g++) {
            double over = Math.max(0, burdens[g] - limit);
            sum += over * over;
        }
        return sum;
    }

    /** As above after a move; stops adding once it is not below {@code enough}. */
    private double excess(long[] burdens, long[] delta, int[] order, long limit, double enough) {
        double sum = 0;
        int added = 0;
        for (int g : order) {
            added++;
            long over = burdens[g] + delta[g] - limit;
            if (over > 0) {
                sum += (double) over * over;
                if (sum >= enough) {
                    break;
                }
            }
        }
        work -= added;
        return sum;
    }

    /** Where a choice within the limit can put a session: the weighted cost leaves no other slot. */
    private List<Move> moves(int[][] picks, long limit) {
        long room = limit * relaxation.scale - relaxation.cheapest;
        var moves = new ArrayList<Move>();
        for (int k = 0; k < picks.length; k++) {
            for (int from = 0; from < picks[k].length; from++) {
                for (int to = 0; picks[k][from] > 0 && to < picks[k].length; to++) {
                    if (to != from && relaxation.excess[k][to] <= room) {
                        moves.add(new Move(k, from, to));
                    }
                }
            }
        }
        return moves;
    }

    private long[][] deltas(List<Move> moves) {
        return moves.stream()
                .map(
                        move -> {
                            SessionClass sessions = model.classes.get(move.sessionClass);
                            long[] delta = sessions.costs[move.to].clone();
                            for (int g = 0; g < delta.length; g++) {
                                delta[g] -= sessions.costs[move.from][g];
                            }
                            return delta;
                        })
                .toArray(long[][]::new);
    }

    private static void apply(Move move, long[] delta, int[][] picks, long[] burdens) {
        picks[move.sessionClass][move.from]--;
        picks[move.sessionClass][move.to]++;
        for (int g = 0; g < burdens.length; g++) {
            burdens[g] += delta[g];
        }
    }

    private int[][] shaken(int[][] best, long limit) {
        int[][] picks = copy(best);
        for (int i = 0; i < SHAKEN_SESSIONS; i++) {
            List<Move> moves = moves(picks, limit);
            if (moves.isEmpty()) {
                break;
            }
            Move move = moves.get(random.nextInt(moves.size()));
            picks[move.sessionClass][move.from]--;
            picks[move.sessionClass][move.to]++;
        }
        work -= SHAKE_WORK;
        return picks;
    }

    /** Descends on the whole comparison: worst-off, second worst-off, …, weighted total. */
    private int[][] evened(int[][] start) {
        int[][] picks = copy(start);
        long[] burdens = model.burdens(picks);
        boolean improved = true;
        while (improved && work > 0) {
            improved = false;
            long worst = Arrays.stream(burdens).max().orElseThrow();
            List<Move> moves = moves(picks, worst);
            long[][] deltas = deltas(moves);
            int[] order = heaviestFirst(burdens);
            for (int a = 0; a < deltas.length && work > 0 && !improved; a++) {
                improved = fairer(moves, deltas, a, -1, picks, burdens, order, worst);
                for (int b = a + 1; b < deltas.length && !improved; b++) {
                    improved = fairer(moves, deltas, a, b, picks, burdens, order, worst);
                }
            }
        }
        return picks;
    }

    private boolean fairer(
            List<Move> moves,
            long[][] deltas,
            int a,
            int b,
            int[][] picks,
            long[] burdens,
            int[] order,
            long worst) {
        long[] moved = new long[burdens.length];
        int added = 0;
        for (int g : order) {
            added++;
            moved[g] = burdens[g] + deltas[a][g] + (b < 0 ? 0 : deltas[b][g]);
            if (moved[g] > worst) {
                work -= added;
                return false;
            }
        }
        work -= 10L * added;
        if (model.compare(moved, burdens) >= 0
                || (b >= 0 && !together(moves.get(a), moves.get(b), picks))) {
            return false;
        }
        apply(moves.get(a), deltas[a], picks, burdens);
        if (b >= 0) {
            apply(moves.get(b), deltas[b], picks, burdens);
        }
        return true;
    }

    private static int[] heaviestFirst(long[] burdens) {
        Integer[] order = new Integer[burdens.length];
        Arrays.setAll(order, g -> g);
        Arrays.sort(order, (a, b) -> Long.compare(burdens[b], burdens[a]));
        return Arrays.stream(order).mapToInt(g -> g).toArray();
    }

    private long worst(int[][] picks) {
        return Arrays.stream(model.burdens(picks)).max().orElseThrow();
    }

    private static int[][] copy(int[][] picks) {
        return Arrays.stream(picks).map(int[]::clone).toArray(int[][]::new);
    }
}
