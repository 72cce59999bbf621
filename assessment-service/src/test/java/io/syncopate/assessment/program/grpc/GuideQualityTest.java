package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.program.grpc.DesignCases.GOOD_DESIGN;
import static io.syncopate.assessment.program.grpc.DesignCases.found;
import static io.syncopate.assessment.program.grpc.DesignCases.quality;
import static io.syncopate.assessment.program.grpc.GuideCases.COACHING;
import static io.syncopate.assessment.program.grpc.GuideCases.COMPLIANCE;
import static io.syncopate.assessment.program.grpc.GuideCases.DATA_ANALYSIS;
import static io.syncopate.proto.assessment.v1.Workflow.Value.ASYNCHRONOUS;
import static io.syncopate.proto.assessment.v1.Workflow.Value.BLENDED;
import static io.syncopate.proto.assessment.v1.Workflow.Value.SYNCHRONOUS;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.proto.assessment.v1.DesignQuality;
import io.syncopate.proto.assessment.v1.DesignQuality.Practice;
import io.syncopate.proto.assessment.v1.DesignQuality.State;
import io.syncopate.proto.assessment.v1.DesignQuality.Trust;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** What the learning guide says of good design, whatever the workflow. */
class GuideQualityTest {

    private static final String GOOD = ", \"design\": {%s}".formatted(GOOD_DESIGN);
    private static final String LIVE_LECTURE =
            COACHING
                    + ", \"activities\": [{\"key\": \"talk\", \"text\": \"Live lecture\","
                    + " \"mode\": \"LIVE\", \"interaction\": \"PRESENTATION_ONLY\"}]";

    @Test
    @Rule({"L-033", "L-034"})
    void eachMustHaveThatIsLeftOutLowersQualityAndCompletion() {
        DesignQuality good = quality(COMPLIANCE + GOOD);

        assertThat(good.getWorkflow()).isEqualTo(ASYNCHRONOUS);
        assertThat(good.getQualityPermille()).isEqualTo(1000);
        assertThat(good.getPracticesList()).allMatch(Practice::getMustHave);
        for (Practice practice : good.getPracticesList()) {
            assertThat(practice.getState()).as(practice.getId()).isEqualTo(State.PRESENT);
            assertThat(practice.getQualityWithoutPermille()).isLessThan(1000);
            assertThat(practice.getCompletionWithoutPermille())
                    .as(practice.getId())
                    .isLessThan(good.getCompletion().getLikelyPermille());
        }
        assertThat(good.getCompletion().getLikelyPermille())
                .isEqualTo(good.getCompletion().getHighPermille());
    }

    @ParameterizedTest
    @Rule("L-034")
    @ValueSource(
            strings = {
                "\"longestStretchMinutes\": 12",
                "\"interactiveElements\": true",
                "\"activeTasks\": true",
                "\"retrievalPractice\": true",
                "\"spacedReviews\": 4"
            })
    void whatIsToldOfAMissingMustHaveIsWhatBecomesOfIt(String stated) {
        String poor =
                (COMPLIANCE + GOOD)
                        .replace(
                                stated,
                                stated.replace("true", "false")
                                        .replace(": 12", ": 60")
                                        .replace(": 4", ": 0"));
        DesignQuality before = quality(COMPLIANCE + GOOD);
        DesignQuality after = quality(poor);

        assertThat(after.getQualityPermille()).isLessThan(before.getQualityPermille());
        assertThat(after.getCompletion().getLikelyPermille())
                .isLessThan(before.getCompletion().getLikelyPermille());
        Practice missing =
                after.getPracticesList().stream()
                        .filter(each -> each.getState() == State.ABSENT)
                        .findFirst()
                        .orElseThrow();
        Practice there =
                before.getPracticesList().stream()
                        .filter(each -> each.getId().equals(missing.getId()))
                        .findFirst()
                        .orElseThrow();
        assertThat(after.getQualityPermille()).isEqualTo(there.getQualityWithoutPermille());
        assertThat(after.getCompletion().getLikelyPermille())
                .isEqualTo(there.getCompletionWithoutPermille());
        assertThat(missing.getRemedy()).isNotBlank();
        assertThat(found(poor)).contains(missing.getId() + "-missing");
    }

    @Test
    @Rule("L-070")
    void aGoodSelfPacedDesignOutranksAPoorLiveOneOnRetention() {
        DesignQuality good = quality(COMPLIANCE + GOOD);
        DesignQuality poor = quality(LIVE_LECTURE);

        assertThat(good.getWorkflow()).isEqualTo(ASYNCHRONOUS);
        assertThat(poor.getWorkflow()).isEqualTo(SYNCHRONOUS);
        assertThat(good.getRetentionPermille()).isGreaterThan(poor.getRetentionPermille());
        assertThat(good.getQualityPermille()).isGreaterThan(poor.getQualityPermille());
    }

    @Test
    @Rule("L-070")
    void qualityIsTheSameInEveryWorkflow() {
        for (String brief :
                List.of(COMPLIANCE, COACHING, "\"objective\": {\"statement\": \"x\"}")) {
            assertThat(quality(brief + GOOD).getQualityPermille()).isEqualTo(1000);
            assertThat(quality(brief).getQualityPermille()).isZero();
        }
    }

    @Test
    @Rule("L-070")
    void complexContentIsKeptBetterWhenItIsMetBothLiveAndAlone() {
        DesignQuality both = quality(DATA_ANALYSIS + GOOD);
        DesignQuality alone =
                quality(
                        DATA_ANALYSIS.replace(
                                        "{\"key\": \"lab\", \"text\": \"Weekly live lab with"
                                                + " teaching assistants\"},",
                                        "")
                                + GOOD);

        assertThat(both.getWorkflow()).isEqualTo(BLENDED);
        assertThat(both.getRetentionPermille()).isEqualTo(1000);
        assertThat(alone.getRetentionPermille()).isEqualTo(800);
        assertThat(alone.getQualityPermille()).isEqualTo(both.getQualityPermille());
    }

    @Test
    void liveTimeIsJudgedByWhatHappensInIt() {
        String workshop = LIVE_LECTURE.replace("PRESENTATION_ONLY", "GUIDED_GROUP");

        assertThat(degree(workshop, "active-learning")).isEqualTo(1000);
        assertThat(degree(workshop, "timely-feedback")).isEqualTo(1000);
        assertThat(degree(LIVE_LECTURE + GOOD, "active-learning"))
                .as("whatever the material has")
                .isZero();
    }

    @Test
    @Rule("L-101")
    void everyWorkflowsPlanHasAnActiveElement() {
        for (String brief : List.of(COMPLIANCE, COACHING, DATA_ANALYSIS)) {
            assertThat(quality(brief).getPracticesList())
                    .filteredOn(practice -> practice.getId().equals("active-learning"))
                    .singleElement()
                    .satisfies(
                            active -> {
                                assertThat(active.getMustHave()).isTrue();
                                assertThat(active.getRemedy()).isNotBlank();
                            });
        }
    }

    @Test
    void aForecastNamesThePopulationOfItsFigures() {
        String open = COMPLIANCE + GOOD.replace("VOLUNTARY", "OPEN");
        DesignQuality course = quality(open);

        assertThat(course.getCompletion().getLowPermille()).isEqualTo(7);
        assertThat(course.getCompletion().getHighPermille()).isEqualTo(521);
        assertThat(course.getCompletion().getPopulation().getTitle())
                .isEqualTo("Massive open online courses");
        assertThat(course.getCompletion().getPopulation().getSource()).contains("Jordan 2015");
        assertThat(course.getCompletion().getPopulation().getTrust()).isEqualTo(Trust.HIGH);
        assertThat(
                        quality(COMPLIANCE + GOOD.replace("VOLUNTARY", "MANDATORY"))
                                .getCompletion()
                                .getLikelyPermille())
                .isEqualTo(950);
    }

    @Test
    void withoutComparableFiguresThereIsNoForecast() {
        DesignQuality unstated = quality(COMPLIANCE);
        assertThat(unstated.hasCompletion()).isFalse();
        assertThat(unstated.getForecastMissingPath()).isEqualTo("brief.design.enrolment");

        DesignQuality blended = quality(DATA_ANALYSIS + GOOD);
        assertThat(blended.hasCompletion()).isFalse();
        assertThat(blended.getForecastMissing()).contains("blended");
        assertThat(blended.getForecastMissingPath()).isEmpty();
        assertThat(blended.getPracticesList()).noneMatch(Practice::hasCompletionWithoutPermille);
    }

    private static int degree(String brief, String id) {
        return quality(brief).getPracticesList().stream()
                .filter(practice -> practice.getId().equals(id))
                .mapToInt(Practice::getDegreePermille)
                .sum();
    }
}
