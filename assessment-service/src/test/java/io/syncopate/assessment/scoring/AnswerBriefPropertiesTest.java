package io.syncopate.assessment.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.Value;
import io.syncopate.assessment.model.Workflow;
import io.syncopate.assessment.model.cel.CelFixture;
import io.syncopate.assessment.model.yaml.ModelFixture;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.util.List;

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
