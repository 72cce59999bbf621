package io.syncopate.assessment.cost;

import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that amounts follow from, in one currency. */
public record Assumptions(Currency currency, Map<Input, Assumption> known) {

    public Assumptions {
        var copy = new EnumMap<Input, Assumption>(Input.class);
        copy.putAll(known);
        known = Collections.unmodifiableMap(copy);
    }

    /** Inputs without a value, in their order. */
    public List<Input> missing() {
        return Stream.of(Input.values()).filter(input -> !known.containsKey(input)).toList();
    }

    public Optional<Assumption> of(Input input) {
        return Optional.ofNullable(known.get(input));
    }

    long at(Input input, Scenario scenario) {
        return of(input)
                .orElseThrow(() -> new IllegalStateException(input + " is not known"))
                .at(scenario);
    }

    long likely(Input input) {
        return at(input, Scenario.LIKELY);
    }

    /** The same, with one input at a single value. */
    Assumptions with(Input input, int value) {
        var changed = new EnumMap<Input, Assumption>(known);
        changed.put(input, new Assumption(input, Range.of(value), Assumption.Origin.STATED, ""));
        return new Assumptions(currency, changed);
    }
}
