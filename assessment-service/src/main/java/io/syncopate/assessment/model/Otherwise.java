package io.syncopate.assessment.model;

import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Value;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is otherwise than in a given situation.
 *
 * @param stated facts of the brief with their other values
 * @param derived those that follow otherwise, each with its other value
 */
public record Otherwise(SortedMap<Fact, Value> stated, Map<Derived, Double> derived) {

    public Otherwise {
        stated = Collections.unmodifiableSortedMap(new TreeMap<>(stated));
        var copy = new EnumMap<Derived, Double>(Derived.class);
        copy.putAll(derived);
        derived = Collections.unmodifiableMap(copy);
    }
}
