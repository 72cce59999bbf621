package io.syncopate.assessment.model;

import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Facts;
import io.syncopate.kernel.RefusedException.Violation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The ladders of facts as people write them. */
final class Ladders {

    /** No number of a brief is greater; five decimals tell any two apart that somebody means. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,8}(\\.\\d{1,5})?");

    private static final List<String> FLAGS = List.of("false", "true");

    private Ladders() {}

    /** As written, or else all values of a choice or a flag. */
    static List<String> of(ModelText.Fact fact) {
        if (!fact.ladder().isEmpty()) {
            return fact.ladder();
        }
        return known(fact.path())
                .map(known -> known.kind() == Fact.Kind.FLAG ? FLAGS : known.values())
                .orElse(List.of());
    }

    /** What is wrong with the ladder of a deciding fact. */
    static List<Violation> violations(String field, ModelText.Fact fact) {
        List<String> ladder = of(fact);
        var violations = new ArrayList<Violation>();
        var seen = new HashSet<String>();
        for (int i = 0; i < ladder.size(); i++) {
            String rung = ladder.get(i);
            String place = "%s[%d]".formatted(field, i);
            if (!seen.add(rung)) {
                violations.add(Violation.of(place, rung, "each value once"));
            } else if (!allows(fact.path()).test(rung)) {
                violations.add(Violation.of(place, rung, expected(fact.path())));
            }
        }
        if (ladder.size() < 2) {
            violations.add(Violation.ofCount(field, ladder.size(), "at least 2 values"));
        }
        return violations;
    }

    private static Predicate<String> allows(String path) {
        return known(path)
                .filter(fact -> fact.kind() != Fact.Kind.NUMBER)
                .<Predicate<String>>map(
                        fact ->
                                fact.kind() == Fact.Kind.FLAG
                                        ? FLAGS::contains
                                        : fact.values()::contains)
                .orElse(NUMBER.asMatchPredicate());
    }

    private static String expected(String path) {
        return known(path)
                .filter(fact -> fact.kind() != Fact.Kind.NUMBER)
                .map(
                        fact ->
                                fact.kind() == Fact.Kind.FLAG
                                        ? "true or false"
                                        : "one of " + String.join(", ", fact.values()))
                .orElse("a number like 15 or 0.25");
    }

    private static Optional<Fact> known(String path) {
        return Facts.has(path) ? Optional.of(Facts.at(path)) : Optional.empty();
    }
}
