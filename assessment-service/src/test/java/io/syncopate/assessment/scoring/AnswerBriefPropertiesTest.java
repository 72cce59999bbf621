package io.syncopate.assessment.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.Value;
import io.syncopate.assessment.model.Criterion;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.Evidence;
import io.syncopate.assessment.model.FeasibilityRule;
import io.syncopate.assessment.model.Workflow;
import io.syncopate.assessment.model.cel.CelFixture;
import io.syncopate.assessment.model.yaml.ModelFixture;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

class AnswerBriefPropertiesTest {

    private static final List<String> SELF_REGULATION = List.of("LOW", "MIXED", "MEDIUM", "HIGH");
    private static final List<String> CHANGE = List.of("RARELY", "YEARLY", "MONTHLY", "WEEKLY");
    private static final List<String> SCHEDULES =
            List.of("CAN_BLOCK_TIME", "VARYING", "UNPREDICTABLE", "CANNOT_COMMIT");

    private final AnswerBrief answers =
            new AnswerBrief(CelFixture.cel(), ModelFixture.comparison());

    @Property(tries = 200)
    void contributionsAddUpToTheScores(@ForAll("briefs") Brief brief) {
        Answer answer = answer(brief);

        for (Score score : answer.scores()) {
            int sum = answer.contributions().stream().mapToInt(c -> c.on(score.workflow())).sum();
            assertThat(score.points()).isEqualTo(sum);
        }
    }

    @Property(tries = 200)
    void optionsNeverGrowAndTheRecommendedOneStays(@ForAll("briefs") Brief brief) {
        Answer answer = answer(brief);

        List<Workflow> before = List.of(Workflow.values());
        assertThat(answer.trace()).hasSize(7);
        for (TraceStep step : answer.trace()) {
            assertThat(before).containsAll(step.remaining());
            assertThat(step.remaining()).contains(answer.recommended());
            before = step.remaining();
        }
    }

    @Property(tries = 200)
    void theSameBriefGetsTheSameAnswer(@ForAll("briefs") Brief brief) {
        assertThat(answer(brief)).isEqualTo(answer(brief));
    }

    @Property(tries = 200)
    void anOutlineSaysWhatTheAnswerSays(@ForAll("briefs") Brief brief) {
        Answer answer = answer(brief);

        assertThat(answers.outline(brief, ModelFixture.shipped()))
                .isEqualTo(
                        new Outline(
                                answer.recommended(),
                                answer.bestFit(),
                                answer.runnerUp(),
                                answer.summary(),
                                answer.scores(),
                                answer.margin(),
                                answer.nearTie(),
                                answer.secondary(),
                                answer.confidence().percent()));
    }

    @Property(tries = 200)
    void inWhichOrderAModelIsWrittenChangesNothing(
            @ForAll("briefs") Brief brief, @ForAll Random random) {
        DecisionModel model = ModelFixture.shipped();
        var criteria = new ArrayList<>(model.criteria());
        var rules = new ArrayList<>(model.feasibility());
        Collections.shuffle(criteria, random);
        Collections.shuffle(rules, random);

        Outline shuffled = answers.outline(brief, TinyModel.with(model, criteria, rules));

        Outline asShipped = answers.outline(brief, model);
        assertThat(shuffled.scores()).isEqualTo(asShipped.scores());
        assertThat(shuffled.recommended()).isEqualTo(asShipped.recommended());
        assertThat(shuffled.bestFit()).isEqualTo(asShipped.bestFit());
        assertThat(shuffled.runnerUp()).isEqualTo(asShipped.runnerUp());
        assertThat(shuffled.confidencePercent()).isEqualTo(asShipped.confidencePercent());
    }

    /** Where two have the same points, one of them has to come first, and that one is always the same. */
    @Property(tries = 200)
    void noWorkflowWinsByItsPlaceAmongTheOthers(@ForAll("briefs") Brief brief) {
        DecisionModel model = ModelFixture.shipped();
        DecisionModel turned =
                TinyModel.with(
                        model,
                        model.criteria().stream().map(Turned::criterion).toList(),
                        model.feasibility().stream().map(Turned::rule).toList());

        Outline before = answers.outline(brief, model);
        Outline after = answers.outline(brief, turned);

        for (Score score : before.scores()) {
            assertThat(after.scores())
                    .filteredOn(each -> each.workflow() == Turned.workflow(score.workflow()))
                    .extracting(Score::points, Score::feasible)
                    .containsExactly(tuple(score.points(), score.feasible()));
        }
        if (before.scores().stream().map(Score::points).distinct().count()
                == before.scores().size()) {
            assertThat(after.recommended()).isEqualTo(Turned.workflow(before.recommended()));
            assertThat(after.runnerUp()).isEqualTo(before.runnerUp().map(Turned::workflow));
        }
    }

    /** A model in which each workflow has the place, the evidence and the obstacles of another. */
    private static final class Turned {

        static Workflow workflow(Workflow workflow) {
            return switch (workflow) {
                case SYNCHRONOUS -> Workflow.ASYNCHRONOUS;
                case ASYNCHRONOUS -> Workflow.BLENDED;
                case BLENDED -> Workflow.SYNCHRONOUS;
            };
        }

        static Criterion criterion(Criterion criterion) {
            Evidence evidence = criterion.evidence();
            return new Criterion(
                    criterion.id(),
                    criterion.step(),
                    criterion.when(),
                    new Evidence(
                            evidence.blended(), evidence.synchronous(), evidence.asynchronous()),
                    criterion.reason(),
                    criterion.mitigations(),
                    criterion.source());
        }

        static FeasibilityRule rule(FeasibilityRule rule) {
            return new FeasibilityRule(
                    rule.id(),
                    rule.step(),
                    rule.when(),
                    rule.blocks().stream().map(Turned::workflow).collect(Collectors.toSet()),
                    rule.severity(),
                    rule.gap(),
                    rule.closing(),
                    rule.source());
        }
    }

    @Property(tries = 200)
    void aBlockedWorkflowIsRecommendedOnlyWhenAllAre(@ForAll("briefs") Brief brief) {
        Answer answer = answer(brief);

        boolean blocked =
                answer.gaps().stream()
                        .anyMatch(
                                gap ->
                                        gap.workflow() == answer.recommended()
                                                && gap.severity().blocks());
        if (blocked) {
            assertThat(answer.scores()).noneMatch(Score::feasible);
            assertThat(answer.runnerUp()).isEmpty();
        }
    }

    @Property(tries = 200)
    void withoutACriterionTheOthersAddTheSame(
            @ForAll("briefs") Brief brief, @ForAll @IntRange(max = 40) int index) {
        var model = ModelFixture.shipped();
        String dropped = model.criteria().get(index).id();

        var rest =
                answer(brief).contributions().stream()
                        .filter(each -> !each.criterion().equals(dropped))
                        .toList();

        assertThat(answers.answer(brief, model.without(dropped)).contributions()).isEqualTo(rest);
    }

    @Property(tries = 200)
    void lessSelfRegulationNeverRaisesAsynchronous(
            @ForAll("briefs") Brief brief, @ForAll @IntRange(max = 2) int rung) {
        int less = asynchronous(brief, "audience.self_regulation", SELF_REGULATION.get(rung));
        int more = asynchronous(brief, "audience.self_regulation", SELF_REGULATION.get(rung + 1));

        assertThat(less).isLessThanOrEqualTo(more);
    }

    @Property(tries = 200)
    void moreFrequentChangeNeverRaisesAsynchronous(
            @ForAll("briefs") Brief brief, @ForAll @IntRange(max = 2) int rung) {
        int rarer = asynchronous(brief, "content.change_frequency", CHANGE.get(rung));
        int oftener = asynchronous(brief, "content.change_frequency", CHANGE.get(rung + 1));

        assertThat(oftener).isLessThanOrEqualTo(rarer);
    }

    @Property(tries = 200)
    void lessPredictableSchedulesNeverLowerAsynchronous(
            @ForAll("briefs") Brief brief, @ForAll @IntRange(max = 2) int rung) {
        int more = asynchronous(brief, "audience.schedules", SCHEDULES.get(rung));
        int less = asynchronous(brief, "audience.schedules", SCHEDULES.get(rung + 1));

        assertThat(less).isGreaterThanOrEqualTo(more);
    }

    @Property(tries = 200)
    void moreLearnersNeverRaiseSynchronousNorLowerAsynchronous(
            @ForAll("briefs") Brief brief,
            @ForAll @IntRange(min = 1, max = 400) int people,
            @ForAll @IntRange(min = 1, max = 400) int more) {
        Brief small = brief.with("audience.size", new Value.Amount(people));
        Brief large = brief.with("audience.size", new Value.Amount(people + more));

        assertThat(points(large, Workflow.SYNCHRONOUS))
                .isLessThanOrEqualTo(points(small, Workflow.SYNCHRONOUS));
        assertThat(points(large, Workflow.ASYNCHRONOUS))
                .isGreaterThanOrEqualTo(points(small, Workflow.ASYNCHRONOUS));
    }

    @Property(tries = 200)
    void moreZonesNeverLowerAsynchronous(
            @ForAll("briefs") Brief brief,
            @ForAll @IntRange(min = 1, max = 24) int zones,
            @ForAll @IntRange(min = 1, max = 12) int more) {
        Brief near = brief.with("audience.time_zones", new Value.Amount(zones));
        Brief far = brief.with("audience.time_zones", new Value.Amount(zones + more));

        assertThat(points(far, Workflow.ASYNCHRONOUS))
                .isGreaterThanOrEqualTo(points(near, Workflow.ASYNCHRONOUS));
    }

    @Property(tries = 200)
    void clocksFurtherApartNeverLowerAsynchronous(
            @ForAll("briefs") Brief brief,
            @ForAll @IntRange(max = 20) int hours,
            @ForAll @IntRange(min = 1, max = 6) int more) {
        Brief near = brief.with("audience.offset_spread_hours", new Value.Amount(hours));
        Brief far = brief.with("audience.offset_spread_hours", new Value.Amount(hours + more));

        assertThat(points(far, Workflow.ASYNCHRONOUS))
                .isGreaterThanOrEqualTo(points(near, Workflow.ASYNCHRONOUS));
    }

    @Property(tries = 200)
    void learnersWhoReactToEachOtherNeverSpeakForAsynchronous(@ForAll("briefs") Brief brief) {
        Brief alone = brief.with("content.learners_react_to_each_other", new Value.Flag(false));
        Brief together = brief.with("content.learners_react_to_each_other", new Value.Flag(true));

        for (Workflow other : List.of(Workflow.SYNCHRONOUS, Workflow.BLENDED)) {
            assertThat(points(together, other) - points(together, Workflow.ASYNCHRONOUS))
                    .isGreaterThanOrEqualTo(
                            points(alone, other) - points(alone, Workflow.ASYNCHRONOUS));
        }
    }

    @Property(tries = 200)
    void contentThatInformsNeverRaisesSynchronous(
            @ForAll("briefs") Brief brief, @ForAll("otherNatures") String other) {
        Brief informs = brief.with("content.nature", new Value.Choice("INFORMATIONAL"));
        Brief does = brief.with("content.nature", new Value.Choice(other));

        assertThat(points(informs, Workflow.SYNCHRONOUS))
                .isLessThanOrEqualTo(points(does, Workflow.SYNCHRONOUS));
    }

    @Provide
    Arbitrary<String> otherNatures() {
        return Arbitraries.of("PROCEDURAL", "DISCUSSION", "MIXED");
    }

    @Property(tries = 200)
    void ownedToolsAndStatedReasonsChangeNothing(@ForAll("briefs") Brief brief) {
        Brief toolFirst =
                brief.with("resources.owned_tools", new Value.Texts(List.of("video licence")))
                        .with("reason_kind", new Value.Choice("TOOL_OWNED"))
                        .with("requested_workflow", new Value.Choice("SYNCHRONOUS"));

        assertThat(answer(toolFirst).scores()).isEqualTo(answer(brief).scores());
        assertThat(answer(toolFirst).recommended()).isEqualTo(answer(brief).recommended());
    }

    @Provide
    Arbitrary<Brief> briefs() {
        return BriefArbitraries.any();
    }

    private int asynchronous(Brief brief, String path, String value) {
        return points(brief.with(path, new Value.Choice(value)), Workflow.ASYNCHRONOUS);
    }

    private int points(Brief brief, Workflow workflow) {
        return answer(brief).scores().stream()
                .filter(score -> score.workflow() == workflow)
                .mapToInt(Score::points)
                .sum();
    }

    private Answer answer(Brief brief) {
        return answers.answer(brief, ModelFixture.shipped());
    }
}
