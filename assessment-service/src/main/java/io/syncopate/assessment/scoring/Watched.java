package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.Expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A term of the tally, and what becomes of it when facts that it reads change. */
final class Watched {

    private final Term term;
    private final List<Demand> demands;
    private final int unchanged;
    private final int[] levers;
    private final boolean[] reads;
    private final Map<Long, Boolean> turns = new HashMap<>();

    Watched(Term term, ChangedFacts facts) {
        this.term = term;
        this.demands =
                term.when().demands().stream()
                        .map((Expression each) -> new Demand(each, facts))
                        .toList();
        this.levers =
                demands.stream()
                        .flatMap(demand -> demand.levers().stream())
                        .mapToInt(Integer::intValue)
                        .distinct()
                        .sorted()
                        .toArray();
        this.reads = new boolean[facts.levers().size()];
        for (int lever : levers) {
            reads[lever] = true;
        }
        int[] none = {};
        this.unchanged = degree(none, none, 0);
    }

    Term term() {
        return term;
    }

    int unchanged() {
        return unchanged;
    }

    boolean holds() {
        return unchanged > 0;
    }

    int[] levers() {
        return levers;
    }

    boolean reads(int lever) {
        return reads[lever];
    }

    int degree(int[] changed, int[] rungs, int size) {
        int least = Expression.FULL;
        for (Demand demand : demands) {
            least = Math.min(least, demand.degree(changed, rungs, size));
            if (least == 0) {
                return 0;
            }
        }
        return least;
    }

    /** Adds to a tally what changes when the first so many levers stand on these rungs. */
    void addChange(int[] changed, int[] rungs, int size, int[] tally) {
        int degree = degree(changed, rungs, size);
        if (degree != unchanged) {
            term.add(degree, 1, tally);
            term.add(unchanged, -1, tally);
        }
    }

    /**
     * Whether it can come to hold, or cease to, when exactly these levers leave their place. Exact
     * for those that it reads: every combination of their rungs is tried, once for each set.
     */
    boolean canTurn(int[] changed, int size, List<Lever> all) {
        int[] own = new int[size];
        int count = 0;
        long key = 0;
        for (int i = 0; i < size; i++) {
            if (reads[changed[i]]) {
                own[count++] = changed[i];
                key = ChangedFacts.and(key, ChangedFacts.code(changed[i], 0));
            }
        }
        int read = count;
        return read > 0 && turns.computeIfAbsent(key, k -> turns(own, new int[read], 0, read, all));
    }

    private boolean turns(int[] own, int[] rungs, int depth, int size, List<Lever> all) {
        if (depth == size) {
            return degree(own, rungs, size) > 0 != holds();
        }
        for (int rung = 0; rung < all.get(own[depth]).rungs().size(); rung++) {
            rungs[depth] = rung;
            if (turns(own, rungs, depth + 1, size, all)) {
                return true;
            }
        }
        return false;
    }
}
