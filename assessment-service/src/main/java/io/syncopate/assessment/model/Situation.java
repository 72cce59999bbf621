package io.syncopate.assessment.model;

import io.syncopate.assessment.brief.Brief;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** A brief with what follows from it: everything that a criterion can read. */
public record Situation(Brief brief, Map<Derived, Double> derived) {

    public Situation {
        var copy = new EnumMap<Derived, Double>(Derived.class);
        copy.putAll(derived);
        derived = Collections.unmodifiableMap(copy);
    }

    static Situation of(Brief brief, ActivityKinds kinds) {
        var derived = new EnumMap<Derived, Double>(Derived.class);
        for (Derived fact : Derived.values()) {
            derived.put(fact, fact.of(brief, kinds));
        }
        return new Situation(brief, derived);
    }

    public double derived(Derived fact) {
        return derived.getOrDefault(fact, 0.0);
    }
}
