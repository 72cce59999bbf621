package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.program.grpc.GuideCases.COACHING;
import static io.syncopate.assessment.program.grpc.GuideCases.COMPLIANCE;
import static io.syncopate.assessment.program.grpc.GuideCases.assess;
import static io.syncopate.assessment.program.grpc.GuideCases.ids;
import static io.syncopate.assessment.program.grpc.GuideCases.lead;
import static io.syncopate.assessment.program.grpc.GuideCases.score;
import static io.syncopate.proto.assessment.v1.Workflow.Value.ASYNCHRONOUS;
import static io.syncopate.proto.assessment.v1.Workflow.Value.BLENDED;
import static io.syncopate.proto.assessment.v1.Workflow.Value.SYNCHRONOUS;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;

import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.Contribution;
import io.syncopate.proto.assessment.v1.FeasibilityGap;
import io.syncopate.proto.assessment.v1.Point;
import io.syncopate.proto.assessment.v1.Workflow;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How the platform reads the learning guide where it leaves something open. */
class GuideReadingsTest {

    private static final String CONTENT =
            "\"objective\": {\"statement\": \"Do it\"}, \"content\": {%s}";
    private static final String JOURNEY =
            "\"objective\": {\"statement\": \"Do it\"}, \"activities\": [%s]";
    private static final String LIVE =
            "{\"key\": \"live\", \"text\": \"Live workshop\", \"minutes\": 60}";
    private static final String ALONE =
            "{\"key\": \"alone\", \"text\": \"Recorded lecture\", \"minutes\": 60}";

    @Test
    @Rule("N-01")
    void depthAndChangePullApartAndComplexityAlonePointsToABlend() {
        Assessment complex = assess(CONTENT.formatted("\"complexity\": \"HIGH\""));
        Assessment deep = assess(CONTENT.formatted("\"problemSolving\": true"));
        Assessment moving = assess(CONTENT.formatted("\"changeFrequency\": \"WEEKLY\""));

        assertThat(complex.getRecommended()).isEqualTo(BLENDED);
        assertThat(complex.getNearTie()).isFalse();
        assertThat(deep.getRecommended()).isIn(ASYNCHRONOUS, BLENDED);
        assertThat(score(deep, SYNCHRONOUS))
                .isLessThan(score(deep, ASYNCHRONOUS))
                .isLessThan(score(deep, BLENDED));
        assertThat(moving.getRecommended()).isIn(SYNCHRONOUS, BLENDED);
        assertThat(score(moving, ASYNCHRONOUS))
                .isLessThan(score(moving, SYNCHRONOUS))
                .isLessThan(score(moving, BLENDED));
        assertThat(lead(deep)).isLessThan(lead(moving));
    }

    @ParameterizedTest
    @Rule("N-08")
    @CsvSource({
        "KNOWLEDGE, 500, 1, too-many-for-live-only",
        "KNOWLEDGE, 60, 12, no-common-hour",
        "SKILL, 500, 1, too-many-for-live-only",
        "SKILL, 60, 12, no-common-hour"
    })
    void whereLiveIsOutOfReachLowMotivationAddsStructureToWhatIsLeft(
            String type, int size, int zones, String outOfReach) {
        Assessment answer =
                assess(
                        """
                        "objective": {"type": "%s", "statement": "Do it"},
                        "audience": {"size": %d, "timeZones": %d, "motivation": "LOW"}
                        """
                                .formatted(type, size, zones));

        assertThat(answer.getGapsList())
                .filteredOn(gap -> gap.getRule().equals(outOfReach))
                .singleElement()
                .satisfies(
                        gap -> {
                            assertThat(gap.getBlocks()).isEqualTo(SYNCHRONOUS);
                            assertThat(gap.getSeverity())
                                    .isEqualTo(FeasibilityGap.Severity.RULED_OUT);
                        });
        assertThat(answer.getRecommended()).isIn(BLENDED, ASYNCHRONOUS);
        if (answer.getRecommended() == ASYNCHRONOUS) {
            assertThat(ids(answer.getMitigationsList()))
                    .contains("check-ins", "reminders", "optional-live-groups");
        } else {
            assertThat(answer.getSecondaryComponent().getLive()).isTrue();
        }
    }

    @ParameterizedTest
    @Rule("N-09")
    @ValueSource(
            strings = {
                "\"needsPracticeWithFeedback\": true",
                "\"needsPracticeWithFeedback\": true, \"interactionReplicableAsync\": false"
            })
    void practiceForAGlobalAudienceStaysLiveWithRotationAndSupport(String content) {
        for (int zones : List.of(4, 8, 12, 24)) {
            Assessment answer =
                    assess(
                            """
                            "objective": {"type": "SKILL", "statement": "Do it"},
                            "audience": {"size": 600, "timeZones": %d, "schedules": "CANNOT_COMMIT"},
                            "content": {%s}
                            """
                                    .formatted(zones, content));

            assertThat(answer.getRecommended())
                    .as("over %d zones", zones)
                    .isIn(SYNCHRONOUS, BLENDED);
            assertThat(ids(answer.getMitigationsList())).contains("rotation");
            assertThat(answer.getMitigationsList())
                    .filteredOn(point -> point.getId().equals("recordings"))
                    .singleElement()
                    .extracting(Point::getText)
                    .asString()
                    .contains("Record", "alternative support");
        }
    }

    @ParameterizedTest
    @Rule("N-10")
    @CsvSource({
        "0, SYNCHRONOUS",
        "30, SYNCHRONOUS",
        "600, BLENDED",
    })
    void aBlendBeginsWhereSelfPacedWorkCarriesPartOfTheJourney(
            int minutes, Workflow.Value workflow) {
        String alone =
                minutes == 0
                        ? ""
                        : "{\"key\": \"alone\", \"text\": \"Recorded lectures\", \"minutes\": %d}, "
                                .formatted(minutes);
        Assessment answer =
                assess(
                        COACHING
                                + ", \"activities\": [%s{\"key\": \"live\", \"text\": \"Workshop\", \"minutes\": 120, \"repeat\": {\"count\": 5}}]"
                                        .formatted(alone));

        assertThat(answer.getRecommended()).isEqualTo(workflow);
        assertThat(answer.getSecondaryComponent().getText()).isNotBlank();
    }

    @Test
    @Rule("N-11")
    void aBlendHasNoBonusAndWinsWithWorkForBothSides() {
        Assessment nothing = assess("\"objective\": {\"statement\": \"Do it\"}");
        assertThat(nothing.getScoresList()).allMatch(score -> score.getPoints() == 0);
        assertThat(nothing.getContributionsList()).isEmpty();

        Assessment live = assess(JOURNEY.formatted(LIVE));
        Assessment alone = assess(JOURNEY.formatted(ALONE));
        Assessment both = assess(JOURNEY.formatted(ALONE + ", " + LIVE));
        assertThat(live.getRecommended()).isEqualTo(SYNCHRONOUS);
        assertThat(alone.getRecommended()).isEqualTo(ASYNCHRONOUS);
        assertThat(score(live, BLENDED)).isZero();
        assertThat(score(alone, BLENDED)).isZero();
        assertThat(both.getRecommended()).isEqualTo(BLENDED);
    }

    @Test
    @Rule("N-12")
    void paceAndScheduleAreAskedForAndLearningStylesAreNot() {
        String audience = "\"objective\": {\"statement\": \"Do it\"}, \"audience\": {%s}";
        int plain = lead(assess(audience.formatted("\"size\": 15")));
        assertThat(lead(assess(audience.formatted("\"size\": 15, \"preferredPace\": \"FIXED\""))))
                .isGreaterThan(plain);
        assertThat(
                        lead(
                                assess(
                                        audience.formatted(
                                                "\"size\": 15, \"preferredPace\":"
                                                        + " \"SELF_PACED\""))))
                .isLessThan(plain);
        assertThat(
                        lead(
                                assess(
                                        audience.formatted(
                                                "\"size\": 15, \"schedules\": \"UNPREDICTABLE\""))))
                .isLessThan(plain);

        Set<String> asked = new HashSet<>();
        fields(Brief.getDescriptor(), asked, new HashSet<>());
        assertThat(asked).contains("preferred_pace", "schedules");
        assertThat(asked).noneMatch(name -> name.contains("style"));
    }

    @Test
    @Rule("N-17")
    void aGroupIsLargeFromTwoHundredOnAndGraduallyBefore() {
        assertThat(large(15)).isZero();
        int before = 0;
        for (int size : List.of(16, 30, 80, 120, 199)) {
            assertThat(large(size)).as("with %d people", size).isLessThan(before);
            before = large(size);
        }
        assertThat(large(200)).isLessThan(before).isEqualTo(large(500)).isEqualTo(large(5000));
        assertThat(tooLargeForLiveOnly(199)).isFalse();
        assertThat(tooLargeForLiveOnly(200)).isTrue();
    }

    @ParameterizedTest
    @Rule("N-17")
    @CsvSource({"15, 1, false", "16, 1, true", "60, 4, false", "61, 4, true"})
    void aFacilitatorsPracticeGroupHoldsFifteen(int people, int facilitators, boolean crowded) {
        Assessment answer =
                assess(
                        COACHING.replace("\"size\": 30", "\"size\": " + people)
                                .replace(
                                        "\"SKILLED\"",
                                        "\"SKILLED\", \"facilitatorCount\": %d, \"facilitatorHoursPerWeek\": 1"
                                                .formatted(facilitators)));

        assertThat(
                        answer.getGapsList().stream()
                                .anyMatch(gap -> gap.getRule().equals("too-few-seats")))
                .isEqualTo(crowded);
    }

    @Test
    @Rule("N-18")
    void aForumIsEnoughBesideSelfPacedWorkAndALiveGroupIsOptional() {
        Assessment answer = assess(COMPLIANCE);
        assertThat(answer.getRecommended()).isEqualTo(ASYNCHRONOUS);
        assertThat(answer.getSecondaryComponent().getLive()).isFalse();
        assertThat(answer.getSecondaryComponent().getText()).contains("forum");

        Assessment struggling =
                assess(
                        COMPLIANCE.replace(
                                "\"size\": 500", "\"size\": 500, \"selfRegulation\": \"MIXED\""));
        assertThat(struggling.getRecommended()).isEqualTo(ASYNCHRONOUS);
        assertThat(struggling.getSecondaryComponent().getLive()).isTrue();
        assertThat(struggling.getSecondaryComponent().getText()).contains("optional", "forum");
    }

    private static Assessment ofSize(int people) {
        return assess(
                "\"objective\": {\"statement\": \"Do it\"}, \"audience\": {\"size\": %d}"
                        .formatted(people));
    }

    /** What the size of the audience counts for SYNCHRONOUS, which is never above 0. */
    private static int large(int people) {
        return ofSize(people).getContributionsList().stream()
                .filter(each -> each.getCriterion().equals("large-audience"))
                .mapToInt(Contribution::getSynchronous)
                .sum();
    }

    private static boolean tooLargeForLiveOnly(int people) {
        return ofSize(people).getGapsList().stream()
                .anyMatch(gap -> gap.getRule().equals("too-many-for-live-only"));
    }

    private static void fields(Descriptor message, Set<String> names, Set<Descriptor> seen) {
        if (seen.add(message)) {
            for (FieldDescriptor field : message.getFields()) {
                names.add(field.getName());
                if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                    fields(field.getMessageType(), names, seen);
                }
            }
        }
    }
}
