package io.syncopate.scheduling.rotation;

import io.syncopate.scheduling.rotation.RotationModel.SessionClass;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All reachable burdens whose worst stays within a limit, session by session; equal burdens merge. The
 * weights of the relaxation leave few slots: what the chosen slots cost beyond the cheapest must fit
 * between the bound and the limit.
 */
final class Enumeration {

    private static final int MAX_KEPT = 6_000_000;

    private final RotationModel model;
    private final LinearRelaxation relaxation;
    private long work;

    Enumeration(RotationModel model, LinearRelaxation relaxation, long work) {
        this.model = model;
        this.relaxation = relaxation;
        this.work = work;
    }

    sealed interface Outcome {}

    /** The best choice of all, in every level. */
    record Best(int[][] picks) implements Outcome {}

    /** No choice stays within the limit. */
    record None() implements Outcome {}

    /** Too many to look at. */
    record GaveUp() implements Outcome {}

    private static final class Node {
        final long[] burdens;
        final long excess;
        final long startMinutes;
        final @Nullable Node before;
        final int slot;
        private final int hash;

        Node(long[] burdens, long excess, long startMinutes, @Nullable Node before, int slot) {
            this.burdens = burdens;
            this.excess = excess;
            this.startMinutes = startMinutes;
            this.before = before;
            this.slot = slot;
            this.hash = Arrays.hashCode(burdens);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Node that && Arrays.equals(burdens, that.burdens);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    Outcome within(long limit) {
        long room = limit * relaxation.scale - relaxation.cheapest;
        if (room < 0) {
            return new None();
        }
        int[] classOf = classOfSession();
        long[][] rest = leastRest(classOf);
        List<Node> layer = List.of(new Node(new long[model.groups()], 0, 0, null, -1));
        long kept = 0;
        for (int i = 0; i < classOf.length; i++) {
            var next = new HashMap<Node, Node>();
            int[] slots = cheapestFirst(classOf[i]);
            for (Node node : layer) {
                expand(node, classOf[i], slots, room, limit, rest[i + 1], next);
                if (work < 0 || (kept + next.size()) * (model.groups() + 12L) > MAX_KEPT) {
                    return new GaveUp();
                }
            }
            kept += next.size();
            layer = new ArrayList<>(next.keySet());
            // The order of a hash map is no order to depend on.
            layer.sort((a, b) -> Arrays.compare(a.burdens, b.burdens));
        }
        return layer.isEmpty() ? new None() : new Best(picks(best(layer), classOf));
    }

    private void expand(
            Node node,
            int sessionClass,
            int[] slots,
            long room,
            long limit,
            long[] rest,
            Map<Node, Node> next) {
        SessionClass sessions = model.classes.get(sessionClass);
        for (int slot : slots) {
            long excess = node.excess + relaxation.excess[sessionClass][slot];
            if (excess > room) {
                return;
            }
            work -= model.groups();
            long[] burdens = node.burdens.clone();
            boolean fits = true;
            for (int g = 0; g < burdens.length && fits; g++) {
                burdens[g] += sessions.costs[slot][g];
                fits = burdens[g] + rest[g] <= limit;
            }
            if (fits) {
                var reached =
                        new Node(
                                burdens,
                                excess,
                                node.startMinutes + sessions.startMinutes[slot],
                                node,
                                slot);
                Node known = next.get(reached);
                if (known == null) {
                    next.put(reached, reached);
                } else if (reached.startMinutes < known.startMinutes) {
                    next.remove(known);
                    next.put(reached, reached);
                }
            }
        }
    }

    private Node best(List<Node> layer) {
        return layer.stream()
                .min(
                        (a, b) -> {
                            int fairness = model.compare(a.burdens, b.burdens);
                            return fairness != 0
                                    ? fairness
                                    : Long.compare(a.startMinutes, b.startMinutes);
                        })
                .orElseThrow();
    }

    private int[][] picks(Node last, int[] classOf) {
        int[][] picks = model.classes.stream().map(c -> new int[c.slots()]).toArray(int[][]::new);
        int i = classOf.length - 1;
        for (Node node = last; node.before != null; node = node.before) {
            picks[classOf[i--]][node.slot]++;
        }
        return picks;
    }

    private int[] classOfSession() {
        return IntStream.range(0, model.classes.size())
                .flatMap(k -> IntStream.range(0, model.classes.get(k).sessions).map(_ -> k))
                .toArray();
    }

    /** Per session the least that each group carries from there on. */
    private long[][] leastRest(int[] classOf) {
        long[][] rest = new long[classOf.length + 1][model.groups()];
        for (int i = classOf.length - 1; i >= 0; i--) {
            long[][] costs = model.classes.get(classOf[i]).costs;
            for (int g = 0; g < model.groups(); g++) {
                int group = g;
                rest[i][g] =
                        rest[i + 1][g]
                                + Arrays.stream(costs)
                                        .mapToLong(slot -> slot[group])
                                        .min()
                                        .orElseThrow();
            }
        }
        return rest;
    }

    private int[] cheapestFirst(int sessionClass) {
        long[] excess = relaxation.excess[sessionClass];
        return IntStream.range(0, excess.length)
                .boxed()
                .sorted((a, b) -> Long.compare(excess[a], excess[b]))
                .mapToInt(slot -> slot)
                .toArray();
    }
}
