package io.syncopate.assessment.scoring;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Facts;
import io.syncopate.assessment.brief.Value;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Briefs that state any half of the catalogue's facts. */
final class BriefArbitraries {

    private BriefArbitraries() {}

    static Arbitrary<Brief> any() {
        List<Arbitrary<Optional<Value>>> values =
                Facts.ALL.stream().map(fact -> value(fact).optional(0.5)).toList();
        return Combinators.combine(values)
                .as(
                        stated -> {
                            var facts = new TreeMap<Fact, Value>();
                            for (int i = 0; i < stated.size(); i++) {
                                Fact fact = Facts.ALL.get(i);
                                stated.get(i).ifPresent(value -> facts.put(fact, value));
                            }
                            facts.put(
                                    Facts.at("objective.statement"),
                                    new Value.Text("any objective"));
                            return new Brief(facts, List.of(), List.of());
                        });
    }

    private static Arbitrary<Value> value(Fact fact) {
        return switch (fact.kind()) {
            case FLAG -> Arbitraries.of(true, false).map(Value.Flag::new);
            case CHOICE -> Arbitraries.of(fact.values()).map(Value.Choice::new);
            case NUMBER -> Arbitraries.integers().between(1, 600).map(Value.Amount::new);
            case TEXT -> Arbitraries.of("a", "b").map(Value.Text::new);
            case TEXTS -> Arbitraries.of("a", "b").map(text -> new Value.Texts(List.of(text)));
        };
    }
}
