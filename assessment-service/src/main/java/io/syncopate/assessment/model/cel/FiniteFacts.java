package io.syncopate.assessment.model.cel;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Facts;
import io.syncopate.assessment.brief.Value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The facts that have a few values each: flags and choices. Each has a place, and each of its values a
 * digit; 0 is unstated.
 */
final class FiniteFacts {

    private static final int UNSTATED = 0;
    private static final Map<String, Integer> PLACES = new HashMap<>();
    private static final List<Fact> ALL =
            Facts.ALL.stream()
                    .filter(
                            fact ->
                                    fact.kind() == Fact.Kind.FLAG
                                            || fact.kind() == Fact.Kind.CHOICE)
                    .toList();

    static {
        for (int place = 0; place < ALL.size(); place++) {
            PLACES.put(ALL.get(place).path(), place);
        }
    }

    private FiniteFacts() {}

    static OptionalInt place(String path) {
        Integer place = PLACES.get(path);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** How many digits the fact at this place has, the one for unstated included. */
    static int digits(int place) {
        Fact fact = ALL.get(place);
        return fact.kind() == Fact.Kind.FLAG ? 3 : fact.values().size() + 1;
    }

    /** The digit of each fact, by place. */
    static int[] digits(Brief brief) {
        int[] digits = new int[ALL.size()];
        state(digits, brief.stated());
        return digits;
    }

    /** The same but for what is stated otherwise. */
    static int[] with(int[] digits, Map<Fact, Value> otherwise) {
        int[] changed = digits.clone();
        state(changed, otherwise);
        return changed;
    }

    private static void state(int[] digits, Map<Fact, Value> stated) {
        stated.forEach(
                (fact, value) -> {
                    Integer place = PLACES.get(fact.path());
                    if (place != null) {
                        digits[place] = digit(fact, value);
                    }
                });
    }

    private static int digit(Fact fact, Value value) {
        return switch (value) {
            case Value.Flag(boolean holds) -> holds ? 2 : 1;
            case Value.Choice(String choice) -> fact.values().indexOf(choice) + 1;
            case Value.Amount amount -> UNSTATED;
            case Value.Text text -> UNSTATED;
            case Value.Texts texts -> UNSTATED;
        };
    }
}
