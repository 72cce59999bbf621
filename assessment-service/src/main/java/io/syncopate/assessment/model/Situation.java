package io.syncopate.assessment.model;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Value;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;

/** A brief with what follows from it: everything that a criterion can read. */
public record Situation(Brief brief, Map<Derived, Double> derived) {

    public Situation {
        var copy = new EnumMap<Derived, Double>(Derived.class);
        copy.putAll(derived);
        derived = Collections.unmodifiableMap(copy);
    }

    static Situation of(Brief brief, ActivityKinds kinds) {
        return new Situation(brief, Derived.of(brief, kinds));
    }

    public double derived(Derived fact) {
        return derived.getOrDefault(fact, 0.0);
    }

    /**
     * What is otherwise when these facts are stated otherwise: they, and what follows from them. The
     * activities, and with them their minutes, stay.
     *
     * @param minutes what the activities take instead, when they are otherwise too; else empty
     */
    public Otherwise otherwise(SortedMap<Fact, Value> stated, Map<Derived, Double> minutes) {
        var follows = new EnumMap<Derived, Double>(Derived.class);
        if (Derived.followFromAny(stated.keySet())) {
            Brief other = brief.with(stated);
            for (Derived fact : Derived.OF_NUMBERS) {
                follows.put(fact, fact.ofNumbers(other));
            }
        }
        follows.putAll(minutes);
        return new Otherwise(stated, follows);
    }
}
