package io.syncopate.assessment.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Facts;
import io.syncopate.assessment.brief.Value;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.Expression;
import io.syncopate.assessment.model.FeasibilityRule.Severity;
import io.syncopate.assessment.model.Workflow;
import io.syncopate.assessment.model.cel.CelFixture;
import io.syncopate.assessment.model.yaml.ModelFixture;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

class FlipSearchPropertiesTest {

    private final AnswerBrief answers =
            new AnswerBrief(CelFixture.cel(), ModelFixture.comparison());

    @Property(tries = 150)
    void theSmallestSetsAreThoseThatTryingEverythingFinds(
            @ForAll("models") TinyModel tiny, @ForAll("briefs") Brief brief) {
        DecisionModel model = tiny.build();
        Stability stability = stability(brief, model);

        Map<Set<String>, Set<Workflow>> every =
                EveryChange.smallest(
                        brief, model, 3, each -> answers.answer(each, model).recommended());

        Set<Set<String>> found =
                stability.flips().stream()
                        .map(FlipSearchPropertiesTest::paths)
                        .collect(Collectors.toSet());
        assertThat(found).hasSize(stability.flips().size()).hasSize(Math.min(3, every.size()));
        assertThat(every.keySet()).containsAll(found);
        assertThat(stability.flips())
                .allSatisfy(flip -> assertThat(every.get(paths(flip))).contains(flip.becomes()));
    }

    @Property(tries = 150)
    void whatIsNotStatedIsNamedFirst(
            @ForAll("models") TinyModel tiny, @ForAll("briefs") Brief brief) {
        DecisionModel model = tiny.build();
        List<Flip> flips = stability(brief, model).flips();

        List<Long> known =
                EveryChange.smallest(
                                brief, model, 3, each -> answers.answer(each, model).recommended())
                        .keySet()
                        .stream()
                        .map(set -> set.stream().filter(path -> known(brief, path)).count())
                        .sorted()
                        .toList();

        assertThat(flips.stream().map(FlipSearchPropertiesTest::knownIn).toList())
                .isEqualTo(known.subList(0, flips.size()));
    }

    @Property(tries = 100)
    void whatIsFoundInTheShippedModelDoesFlip(@ForAll("guideBriefs") Brief brief) {
        DecisionModel model = ModelFixture.shipped();

        for (Flip flip : stability(brief, model).flips()) {
            Brief changed = changed(brief, flip);
            assertThat(answers.answer(changed, model).recommended())
                    .as(flip.text())
                    .isEqualTo(flip.becomes())
                    .isNotEqualTo(answers.answer(brief, model).recommended());
        }
    }

    @Property(tries = 20)
    void theOrderInWhichAModelListsThingsChangesNoFlip(@ForAll("guideBriefs") Brief brief) {
        DecisionModel model = ModelFixture.shipped();
        DecisionModel reversed = TinyModel.withCriteria(model, model.criteria().reversed());

        assertThat(stability(brief, reversed).flips()).isEqualTo(stability(brief, model).flips());
    }

    private Stability stability(Brief brief, DecisionModel model) {
        return answers.answerWithStability(brief, model).stability().orElseThrow();
    }

    private static Set<String> paths(Flip flip) {
        return flip.changes().stream().map(Flip.ChangedFact::path).collect(Collectors.toSet());
    }

    private static boolean known(Brief brief, String path) {
        return switch (path) {
            case "activities" -> !brief.activities().isEmpty();
            case "audience.offset_spread_hours" ->
                    brief.states(path) || brief.states("audience.time_zones");
            default -> brief.states(path);
        };
    }

    private static long knownIn(Flip flip) {
        return flip.changes().stream().filter(change -> change.from().isPresent()).count();
    }

    /** Applies a flip as an owner would: by stating it. */
    private static Brief changed(Brief brief, Flip flip) {
        Brief changed = brief;
        for (Flip.ChangedFact change : flip.changes()) {
            if (change.path().equals("activities")) {
                String[] words = change.to().split(" ");
                changed =
                        EveryChange.withActivities(
                                changed, Integer.parseInt(words[0]), Integer.parseInt(words[4]));
            } else {
                changed = changed.with(change.path(), value(Facts.at(change.path()), change.to()));
            }
        }
        return changed;
    }

    private static Value value(Fact fact, String to) {
        return switch (fact.kind()) {
            case FLAG -> new Value.Flag(Boolean.parseBoolean(to));
            case CHOICE -> new Value.Choice(to);
            case NUMBER -> new Value.Amount(Double.parseDouble(to));
            case TEXT, TEXTS -> throw new IllegalArgumentException(fact.path());
        };
    }

    @Provide
    Arbitrary<TinyModel> models() {
        Arbitrary<Integer> points = Arbitraries.integers().between(-30, 30);
        Arbitrary<Expression> expressions = Arbitraries.of(TinyModel.EXPRESSIONS);
        Arbitrary<Set<Workflow>> blocks =
                Arbitraries.of(Workflow.class).set().ofMinSize(1).ofMaxSize(3);
        Arbitrary<TinyModel> criteria =
                Combinators.combine(expressions, points, points, points)
                        .as((when, one, two, three) -> new TinyModel().with(when, one, two, three))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(6)
                        .map(FlipSearchPropertiesTest::together);
        Arbitrary<TinyModel> rules =
                Combinators.combine(expressions, Arbitraries.of(Severity.class), blocks)
                        .as(
                                (when, severity, blocked) ->
                                        new TinyModel().blocking(when, severity, blocked))
                        .list()
                        .ofMaxSize(4)
                        .map(FlipSearchPropertiesTest::together);
        return Combinators.combine(criteria, rules)
                .as((some, others) -> together(List.of(some, others)));
    }

    private static TinyModel together(List<TinyModel> parts) {
        var all = new TinyModel();
        for (TinyModel part : parts) {
            for (var criterion : part.criteria()) {
                var evidence = criterion.evidence();
                all =
                        all.with(
                                criterion.when(),
                                evidence.synchronous(),
                                evidence.asynchronous(),
                                evidence.blended());
            }
            for (var rule : part.rules()) {
                all = all.blocking(rule.when(), rule.severity(), new HashSet<>(rule.blocks()));
            }
        }
        return all;
    }

    /** Of the facts that tiny models read. */
    @Provide
    Arbitrary<Brief> briefs() {
        return Combinators.combine(
                        Arbitraries.of("KNOWLEDGE", "SKILL", "MIXED").optional(0.7),
                        Arbitraries.of("LOW", "MEDIUM", "HIGH").optional(0.5),
                        Arbitraries.of(true, false).optional(0.5),
                        Arbitraries.of(4.0, 5.0, 26.0, 30.0, 200.0).optional(0.6),
                        Arbitraries.of(0.0, 1.0, 3.0, 9.0).optional(0.5),
                        Arbitraries.of(0.0, 1.0, 2.0, 4.0).optional(0.5),
                        Arbitraries.of(0, 60, 45),
                        Arbitraries.of(0, 60))
                .as(
                        (type, self, discussion, people, spread, count, live, alone) -> {
                            var facts = new TreeMap<Fact, Value>();
                            facts.put(Facts.at("objective.statement"), new Value.Text("any"));
                            put(facts, "objective.type", type.map(Value.Choice::new));
                            put(facts, "audience.self_regulation", self.map(Value.Choice::new));
                            put(facts, "content.needs_discussion", discussion.map(Value.Flag::new));
                            put(facts, "audience.size", people.map(Value.Amount::new));
                            put(
                                    facts,
                                    "audience.offset_spread_hours",
                                    spread.map(Value.Amount::new));
                            put(facts, "resources.facilitator_count", count.map(Value.Amount::new));
                            return EveryChange.withActivities(
                                    new Brief(facts, List.of(), List.of()), live, alone);
                        });
    }

    private static void put(
            TreeMap<Fact, Value> facts, String path, Optional<? extends Value> value) {
        value.ifPresent(stated -> facts.put(Facts.at(path), stated));
    }

    @Provide
    Arbitrary<Brief> guideBriefs() {
        return BriefArbitraries.any();
    }
}
