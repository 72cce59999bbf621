package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.program.grpc.GuideCases.COACHING;
import static io.syncopate.assessment.program.grpc.GuideCases.COMPLIANCE;
import static io.syncopate.assessment.program.grpc.GuideCases.DATA_ANALYSIS;
import static io.syncopate.assessment.program.grpc.GuideCases.answersTo;
import static io.syncopate.assessment.program.grpc.GuideCases.assess;
import static io.syncopate.assessment.program.grpc.GuideCases.comparison;
import static io.syncopate.assessment.program.grpc.GuideCases.ids;
import static io.syncopate.assessment.program.grpc.GuideCases.score;
import static io.syncopate.proto.assessment.v1.Workflow.Value.ASYNCHRONOUS;
import static io.syncopate.proto.assessment.v1.Workflow.Value.BLENDED;
import static io.syncopate.proto.assessment.v1.Workflow.Value.SYNCHRONOUS;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.ComparisonRow;
import io.syncopate.proto.assessment.v1.Contribution;
import io.syncopate.proto.assessment.v1.Point;
import io.syncopate.proto.assessment.v1.Workflow;
import io.syncopate.testkit.Rule;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the learning guide tells beside its choice: feedback, company, friction, the comparison. */
class GuideAdviceTest {

    @ParameterizedTest
    @Rule("L-011")
    @ValueSource(strings = {COACHING, COMPLIANCE, DATA_ANALYSIS})
    void reflectiveLearnersSpeakForSelfPacedWorkAndAreIncluded(String brief) {
        Assessment plain = assess(brief);
        Assessment interactive = assess(preferring("INTERACTIVE", brief));
        Assessment reflective = assess(preferring("REFLECTIVE", brief));

        for (var selfPaced : List.of(ASYNCHRONOUS, BLENDED)) {
            assertThat(score(reflective, selfPaced)).isGreaterThan(score(plain, selfPaced));
        }
        assertThat(score(reflective, SYNCHRONOUS)).isLessThan(score(plain, SYNCHRONOUS));
        assertThat(included(reflective)).isTrue();
        assertThat(criteria(reflective)).contains("reflective-learners");
        for (Assessment other : List.of(plain, interactive)) {
            assertThat(included(other)).isFalse();
            assertThat(criteria(other)).doesNotContain("reflective-learners");
        }
    }

    @Test
    @Rule({"L-010", "L-012", "L-015"})
    void feedbackAndCompanyAreTalkedAboutWhereTheyMatter() {
        Assessment interactive =
                assess(
                        COACHING.replace(
                                "\"size\": 30",
                                "\"size\": 30, \"interactionPreference\": \"INTERACTIVE\""));
        assertThat(ids(interactive.getBenefitsList())).contains("reads-the-room");
        assertThat(ids(assess(COACHING).getBenefitsList())).doesNotContain("reads-the-room");
        Assessment unmotivated =
                assess(
                        COMPLIANCE.replace(
                                "\"size\": 500", "\"size\": 500, \"motivation\": \"LOW\""));
        assertThat(unmotivated.getRecommended()).isEqualTo(ASYNCHRONOUS);
        assertThat(ids(assess(COMPLIANCE).getRisksList())).doesNotContain("no-social-feedback");
        assertThat(ids(unmotivated.getRisksList())).contains("no-social-feedback", "lost-momentum");
        assertThat(unmotivated.getBenefitsList())
                .filteredOn(point -> point.getId().equals("thoughtful-feedback"))
                .extracting(Point::getText)
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .contains("written comments", "recorded answers", "chosen for the learner");
        assertThat(answersTo(unmotivated, "lost-momentum")).contains("feedback-turnaround");
    }

    @ParameterizedTest
    @CsvSource({"15, 1, false", "16, 1, true", "30, 2, false", "31, 2, true", "16, , true"})
    @Rule("L-014")
    void feedbackIsShallowWithManyLearnersPerFacilitator(
            int people, @Nullable Integer facilitators, boolean shallow) {
        Assessment answer =
                assess(
                        COACHING.replace("\"size\": 30", "\"size\": " + people)
                                .replace(
                                        "\"SKILLED\"",
                                        facilitators == null
                                                ? "\"SKILLED\""
                                                : "\"SKILLED\", \"facilitatorCount\": "
                                                        + facilitators));

        assertThat(answer.getRecommended()).isEqualTo(SYNCHRONOUS);
        assertThat(ids(answer.getRisksList()).contains("shallow-feedback")).isEqualTo(shallow);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CONTENT_DELIVERY | Live lectures, real-time demos, interactive workshops | Pre-recorded videos, readings, self-paced modules | Mix of live sessions and self-paced materials
                    INTERACTION | Real-time Q&A, group discussions, breakout rooms | Discussion forums, email, peer review with delays | Live discussions for key topics, forums for ongoing dialogue
                    FEEDBACK_CADENCE | Immediate, often verbal or via chat | Delayed, written or recorded, more detailed | Immediate for live sessions, detailed for async components
                    LEARNER_AUTONOMY | Low—scheduled times, fixed pace | High—self-paced, flexible timing | Moderate—live sessions fixed, but async work flexible
                    COGNITIVE_LOAD | High during sessions, need breaks | Lower per session, but requires self-regulation | Balanced—live sessions intense, async allows recovery
                    SCALABILITY | Limited by instructor availability and time zones | Highly scalable—content reused across cohorts | Moderate—live sessions cap size, async scales well
                    BEST_FOR | Skill demonstrations, team exercises, sensitive discussions | Knowledge transfer, self-directed study, large audiences | Complex topics needing both structure and flexibility
                    """)
    @Rule({"L-018", "L-019", "L-020", "L-021"})
    void theComparisonHasTheGuidesCells(
            ComparisonRow.Aspect aspect, String synchronous, String asynchronous, String blended) {
        assertThat(comparison().getRowsList())
                .filteredOn(row -> row.getAspect() == aspect)
                .extracting(
                        ComparisonRow::getSynchronous,
                        ComparisonRow::getAsynchronous,
                        ComparisonRow::getBlended)
                .containsExactly(tuple(synchronous, asynchronous, blended));
    }

    @ParameterizedTest
    @Rule({"L-021", "L-023"})
    @CsvSource({
        "LEARNER_AUTONOMY, ASYNCHRONOUS, BLENDED, SYNCHRONOUS",
        "SCALABILITY, ASYNCHRONOUS, BLENDED, SYNCHRONOUS"
    })
    void theComparisonRanksWhatThereIsMoreAndLessOf(
            ComparisonRow.Aspect aspect,
            Workflow.Value most,
            Workflow.Value second,
            Workflow.Value least) {
        assertThat(comparison().getRowsList())
                .filteredOn(row -> row.getAspect() == aspect)
                .flatExtracting(ComparisonRow::getMostFirstList)
                .containsExactly(most, second, least);
    }

    @Test
    @Rule("L-018")
    void theComparisonHasSevenAspectsAndEveryAnswerCarriesIt() {
        var comparison = comparison();

        assertThat(comparison.getRowsList())
                .extracting(ComparisonRow::getAspect)
                .containsExactly(
                        ComparisonRow.Aspect.CONTENT_DELIVERY,
                        ComparisonRow.Aspect.INTERACTION,
                        ComparisonRow.Aspect.FEEDBACK_CADENCE,
                        ComparisonRow.Aspect.LEARNER_AUTONOMY,
                        ComparisonRow.Aspect.COGNITIVE_LOAD,
                        ComparisonRow.Aspect.SCALABILITY,
                        ComparisonRow.Aspect.BEST_FOR);
        assertThat(comparison.getGuidance().getAsOf()).isEqualTo("2026-05");
        assertThat(assess(COACHING).getComparisonList()).isEqualTo(comparison.getRowsList());
    }

    @Test
    @Rule({"L-017", "L-024"})
    void eachWorkflowWinsSomewhereAndAllAreAlwaysShown() {
        Set<Workflow.Value> seen = EnumSet.noneOf(Workflow.Value.class);
        for (String brief :
                List.of(
                        COACHING,
                        COMPLIANCE,
                        DATA_ANALYSIS,
                        "\"objective\": {\"type\": \"MIXED\", \"statement\": \"x\"}, \"content\":"
                                + " {\"complexity\": \"HIGH\"}")) {
            Assessment answer = assess(brief);
            seen.add(answer.getRecommended());
            assertThat(answer.getScoresList())
                    .extracting(each -> each.getWorkflow())
                    .containsExactlyInAnyOrder(SYNCHRONOUS, ASYNCHRONOUS, BLENDED);
            assertThat(answer.getSummary()).isNotBlank();
            for (var score : answer.getScoresList()) {
                int sum =
                        answer.getContributionsList().stream()
                                .mapToInt(
                                        each ->
                                                switch (score.getWorkflow()) {
                                                    case SYNCHRONOUS -> each.getSynchronous();
                                                    case ASYNCHRONOUS -> each.getAsynchronous();
                                                    default -> each.getBlended();
                                                })
                                .sum();
                assertThat(score.getPoints()).isEqualTo(sum);
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(SYNCHRONOUS, ASYNCHRONOUS, BLENDED);
    }

    @Test
    @Rule("L-040")
    void frictionIsThatOfTheWorkflowAndToleranceShiftsCloseCallsOnly() {
        assertThat(ids(assess(COACHING).getFrictionList()))
                .containsExactly("friction-common-time", "friction-glitches", "friction-overload");
        assertThat(ids(assess(COMPLIANCE).getFrictionList()))
                .containsExactly(
                        "friction-delay", "friction-accountability", "friction-discipline");
        assertThat(ids(assess(DATA_ANALYSIS).getFrictionList()))
                .containsExactly("friction-spread", "friction-coordination");
        for (String brief : List.of(COACHING, COMPLIANCE)) {
            Assessment impatient =
                    assess(brief.replace("\"size\":", "\"frictionTolerance\": \"LOW\", \"size\":"));
            assertThat(impatient.getRecommended()).isEqualTo(assess(brief).getRecommended());
            assertThat(Math.abs(impatient.getMargin() - assess(brief).getMargin()))
                    .isLessThanOrEqualTo(40);
        }
    }

    private static String preferring(String preference, String brief) {
        String with =
                brief.replace(
                        "\"audience\": {",
                        "\"audience\": {\"interactionPreference\": \"%s\", ".formatted(preference));
        assertThat(with).isNotEqualTo(brief);
        return with;
    }

    /** Room in what is live, or the same time for all in what is not. */
    private static boolean included(Assessment answer) {
        return ids(answer.getMitigationsList()).contains("room-for-the-quiet")
                || ids(answer.getBenefitsList()).contains("equal-time");
    }

    private static List<String> criteria(Assessment answer) {
        return answer.getContributionsList().stream().map(Contribution::getCriterion).toList();
    }
}
