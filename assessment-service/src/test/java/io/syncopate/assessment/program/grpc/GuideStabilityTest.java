package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.program.grpc.GuideCases.COACHING;
import static io.syncopate.assessment.program.grpc.GuideCases.COMPLIANCE;
import static io.syncopate.assessment.program.grpc.GuideCases.DATA_ANALYSIS;
import static io.syncopate.assessment.program.grpc.GuideCases.assess;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import io.syncopate.proto.assessment.v1.Activity;
import io.syncopate.proto.assessment.v1.AssessProgramRequest;
import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.CreateProgramRequest;
import io.syncopate.proto.assessment.v1.GetAssessmentRequest;
import io.syncopate.proto.assessment.v1.PreviewAssessmentRequest;
import io.syncopate.proto.assessment.v1.Program;
import io.syncopate.proto.assessment.v1.Stability;
import io.syncopate.proto.assessment.v1.Stability.Acceptability;
import io.syncopate.proto.assessment.v1.Stability.ChangedFact;
import io.syncopate.proto.assessment.v1.Stability.Flip;
import io.syncopate.proto.assessment.v1.Workflow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** How firm an answer is, as whoever asks the service is told it. */
class GuideStabilityTest {

    private static final String SKILL =
            "\"objective\": {\"type\": \"SKILL\", \"statement\": \"x\"}";

    /** Coaching for few people whose weeks differ: four points between a blend and live. */
    private static final String CLOSE =
            """
            "objective": {"type": "SKILL", "statement": "Managers coach their people"},
            "audience": {"size": 20, "timeZones": 1, "schedules": "VARYING",
                         "liveTime": {"minutes": 120, "everyWeeks": 2}},
            "content": {"complexity": "MEDIUM", "needsPracticeWithFeedback": true, "needsDiscussion": true},
            "resources": {"facilitators": "SKILLED"}
            """;

    @ParameterizedTest
    @ValueSource(strings = {COACHING, COMPLIANCE, DATA_ANALYSIS, SKILL})
    void statingWhatAFlipSaysGivesTheAnswerThatItNames(String brief) throws Exception {
        try (var server = new AssessmentServer()) {
            Assessment answer = assess(brief);
            List<Flip> flips = answer.getStability().getFlipsList();

            assertThat(flips).isNotEmpty();
            for (Flip flip : flips) {
                assertThat(flip.getBecomes()).isNotEqualTo(answer.getRecommended());
                Brief.Builder changed = answer.getBrief().toBuilder();
                flip.getChangesList().forEach(change -> state(changed, change));
                Assessment other =
                        server.assessments()
                                .previewAssessment(
                                        PreviewAssessmentRequest.newBuilder()
                                                .setBrief(changed)
                                                .build());
                assertThat(other.getRecommended()).as(flip.getText()).isEqualTo(flip.getBecomes());
                for (ChangedFact change : flip.getChangesList()) {
                    assertThat(flip.getText())
                            .contains(change.getFact().replace('.', ' ').replace('_', ' '))
                            .contains(change.getTo());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {COACHING, COMPLIANCE, DATA_ANALYSIS, SKILL, CLOSE})
    void sharesAddUpAndIntervalsHoldTheModelsOwnWeights(String brief) {
        Assessment answer = assess(brief);
        Stability stability = answer.getStability();

        assertThat(stability.getWeightUncertaintyPermille()).isEqualTo(250);
        assertThat(stability.getTolerancePermille()).isBetween(0, 1000);
        assertThat(stability.getAcceptabilityList())
                .extracting(Acceptability::getWorkflow)
                .containsExactly(
                        Workflow.Value.SYNCHRONOUS,
                        Workflow.Value.ASYNCHRONOUS,
                        Workflow.Value.BLENDED);
        assertThat(stability.getDraws()).isEqualTo(2048);
        assertThat(
                        stability.getAcceptabilityList().stream()
                                .mapToInt(Acceptability::getDraws)
                                .sum())
                .isEqualTo(2048);
        assertThat(stability.getWeightIntervalsList())
                .extracting(Stability.WeightInterval::getCriterion)
                .containsExactlyElementsOf(
                        answer.getContributionsList().stream()
                                .map(each -> each.getCriterion())
                                .toList());
        assertThat(stability.getWeightIntervalsList())
                .allSatisfy(
                        interval -> {
                            assertThat(interval.getFromPermille()).isBetween(0, 1000);
                            assertThat(interval.getBelow() == Workflow.Value.VALUE_UNSPECIFIED)
                                    .isEqualTo(interval.getFromPermille() == 0);
                            assertThat(interval.getAbove() == Workflow.Value.VALUE_UNSPECIFIED)
                                    .isEqualTo(!interval.hasToPermille());
                            if (interval.hasToPermille()) {
                                assertThat(interval.getToPermille()).isGreaterThanOrEqualTo(1000);
                            }
                        });
    }

    @Test
    void aNearTieIsLessFirmThanAClearCase() {
        Assessment near = assess(CLOSE);
        Stability clear = assess(COMPLIANCE).getStability();

        assertThat(clear.getAcceptabilityList())
                .extracting(Acceptability::getDraws)
                .containsExactly(0, 2048, 0);
        assertThat(near.getNearTie()).isTrue();
        assertThat(near.getStability().getTolerancePermille())
                .isLessThan(clear.getTolerancePermille());
        assertThat(near.getStability().getAcceptabilityList())
                .extracting(Acceptability::getDraws)
                .filteredOn(draws -> draws > 0)
                .hasSizeGreaterThan(1);
    }

    @Test
    void tellsWhatIsNotKnownYet() {
        Flip first = assess(SKILL).getStability().getFlips(0);

        assertThat(first.getText()).contains("which is not stated");
        assertThat(first.getChanges(0).getFrom()).isEmpty();
        assertThat(first.getChanges(0).getQuestion()).endsWith("?");
    }

    @Test
    void isKeptWithTheAssessmentAndItsSeedIsOnTheReceipt() {
        try (var server = new AssessmentServer()) {
            Program program =
                    server.programs()
                            .createProgram(
                                    CreateProgramRequest.newBuilder()
                                            .setProgram(
                                                    Program.newBuilder()
                                                            .setDisplayName("p")
                                                            .setBrief(assess(COACHING).getBrief()))
                                            .build());
            Assessment made =
                    server.programs()
                            .assessProgram(
                                    AssessProgramRequest.newBuilder()
                                            .setName(program.getName())
                                            .build());
            Assessment read =
                    server.assessments()
                            .getAssessment(
                                    GetAssessmentRequest.newBuilder()
                                            .setName(made.getName())
                                            .build());

            assertThat(read.getStability()).isEqualTo(made.getStability());
            assertThat(read.getStability()).isEqualTo(assess(COACHING).getStability());
            assertThat(read.getReceipt().getSeed()).isEqualTo(1);
        }
    }

    /** Along its path, as it would stand in JSON. */
    private static void state(Message.Builder message, ChangedFact change) {
        if (change.getFact().equals("activities")) {
            stateActivities((Brief.Builder) message, change.getTo().split(" "));
            return;
        }
        String[] path = change.getFact().split("\\.");
        Message.Builder at = message;
        for (int i = 0; i < path.length - 1; i++) {
            at = at.getFieldBuilder(at.getDescriptorForType().findFieldByName(path[i]));
        }
        FieldDescriptor field = at.getDescriptorForType().findFieldByName(path[path.length - 1]);
        at.setField(
                field,
                switch (field.getJavaType()) {
                    case ENUM -> field.getEnumType().findValueByName(change.getTo());
                    case BOOLEAN -> Boolean.valueOf(change.getTo());
                    case INT -> Integer.valueOf(change.getTo());
                    case DOUBLE -> Double.valueOf(change.getTo());
                    default -> throw new AssertionError(field.getFullName());
                });
    }

    /** {@code 60 minutes together and 0 alone}. */
    private static void stateActivities(Brief.Builder brief, String[] words) {
        brief.clearActivities();
        stateActivity(brief, Activity.Interaction.GUIDED_GROUP, Integer.parseInt(words[0]));
        stateActivity(brief, Activity.Interaction.NONE, Integer.parseInt(words[4]));
    }

    private static void stateActivity(
            Brief.Builder brief, Activity.Interaction interaction, int minutes) {
        if (minutes > 0) {
            brief.addActivitiesBuilder()
                    .setKey("a" + brief.getActivitiesCount())
                    .setText("x")
                    .setInteraction(interaction)
                    .setMinutes(minutes);
        }
    }
}
