package io.syncopate.assessment.scoring;

import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Value;
import io.syncopate.assessment.model.Derived;
import io.syncopate.assessment.model.Expressions.Evaluation;
import io.syncopate.assessment.model.Situation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The situations in which some levers stand on other rungs, each made once. A set of changes is
 * written as one number: a {@link #code} each, in ascending order of the levers.
 */
final class ChangedFacts {

    static final int MOST = 3;
    private static final int LEVER_BITS = 9;
    private static final int RUNG_BITS = 12;
    private static final int BITS = LEVER_BITS + RUNG_BITS;
    private static final int MASK = (1 << BITS) - 1;

    private final Situation situation;
    private final Evaluation evaluation;
    private final List<Lever> levers;
    private final Map<String, List<Integer>> touching = new HashMap<>();
    private final Map<Long, Evaluation> made = new HashMap<>();

    ChangedFacts(Situation situation, Evaluation evaluation, List<Lever> levers) {
        if (levers.size() >= 1 << LEVER_BITS
                || levers.stream().anyMatch(lever -> lever.rungs().size() >= 1 << RUNG_BITS)) {
            throw new IllegalArgumentException(
                    "%d facts: expected fewer than %d, each with fewer than %d values"
                            .formatted(levers.size(), 1 << LEVER_BITS, 1 << RUNG_BITS));
        }
        this.situation = situation;
        this.evaluation = evaluation;
        this.levers = levers;
        for (int lever = 0; lever < levers.size(); lever++) {
            for (String path : levers.get(lever).touches()) {
                touching.computeIfAbsent(path, all -> new ArrayList<>()).add(lever);
            }
        }
    }

    /** The levers that change any of these facts. */
    SortedSet<Integer> touching(Set<String> paths) {
        var levers = new TreeSet<Integer>();
        paths.forEach(path -> levers.addAll(touching.getOrDefault(path, List.of())));
        return levers;
    }

    List<Lever> levers() {
        return levers;
    }

    Evaluation unchanged() {
        return evaluation;
    }

    /** One change; never 0, so that no change and a first one differ. */
    static long code(int lever, int rung) {
        return ((long) lever << RUNG_BITS | rung) + 1;
    }

    /** Changes and one more, of a later lever than any of theirs. */
    static long and(long changes, long code) {
        return changes << BITS | code;
    }

    Evaluation evaluation(long changes) {
        return changes == 0 ? evaluation : made.computeIfAbsent(changes, this::make);
    }

    private Evaluation make(long changes) {
        var stated = new TreeMap<Fact, Value>();
        var minutes = new EnumMap<Derived, Double>(Derived.class);
        for (long rest = changes; rest != 0; rest >>>= BITS) {
            int one = (int) (rest & MASK) - 1;
            Lever.Rung rung = levers.get(one >> RUNG_BITS).rungs().get(one & (1 << RUNG_BITS) - 1);
            stated.putAll(rung.stated());
            minutes.putAll(rung.minutes());
        }
        return evaluation.with(situation.otherwise(stated, minutes));
    }
}
