package io.syncopate.proto;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.ValidationException;
import build.buf.validate.Violation;

import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;

import io.syncopate.proto.assessment.v1.Activity;
import io.syncopate.proto.assessment.v1.Audience;
import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.CreateProgramRequest;
import io.syncopate.proto.assessment.v1.GetProgramRequest;
import io.syncopate.proto.assessment.v1.ListProgramsRequest;
import io.syncopate.proto.assessment.v1.Objective;
import io.syncopate.proto.assessment.v1.Outcome;
import io.syncopate.proto.assessment.v1.PreviewAssessmentRequest;
import io.syncopate.proto.assessment.v1.Program;
import io.syncopate.proto.assessment.v1.UpdateProgramRequest;
import io.syncopate.proto.asset.v1.Pipeline;
import io.syncopate.proto.asset.v1.ReviewAssetRequest;
import io.syncopate.proto.scheduling.v1.Attendance;
import io.syncopate.proto.scheduling.v1.Series;

import org.junit.jupiter.api.Test;

import java.util.List;

class RequestValidationTest {

    private static final Validator VALIDATOR = ValidatorFactory.newBuilder().build();

    @Test
    void acceptsBriefWithNothingButItsStatement() {
        assertThat(rules(preview(brief()))).isEmpty();
    }

    @Test
    void refusesBlankStatement() {
        assertThat(
                        rules(
                                preview(
                                        Brief.newBuilder()
                                                .setObjective(
                                                        Objective.newBuilder()
                                                                .setStatement("  \n")))))
                .containsExactly("objective.statement.not_blank");
    }

    @Test
    void refusesMissingObjective() {
        assertThat(rules(preview(Brief.newBuilder()))).containsExactly("required");
    }

    @Test
    void refusesNegativeSize() {
        assertThat(rules(preview(brief().setAudience(Audience.newBuilder().setSize(-1)))))
                .containsExactly("int32.gte_lte");
    }

    @Test
    void refusesActivityOverADay() {
        var activity = Activity.newBuilder().setKey("lab").setText("A lab").setMinutes(1441);
        assertThat(rules(preview(brief().addActivities(activity))))
                .containsExactly("int32.gte_lte");
    }

    @Test
    void refusesTwoActivitiesWithOneKey() {
        var activity = Activity.newBuilder().setKey("lab").setText("A lab");
        assertThat(rules(preview(brief().addActivities(activity).addActivities(activity))))
                .containsExactly("brief.activities.unique_keys");
    }

    @Test
    void refusesValueThatAnEnumDoesNotHave() {
        var objective = Objective.newBuilder().setStatement("To know").setTypeValue(99);
        assertThat(rules(preview(Brief.newBuilder().setObjective(objective))))
                .containsExactly("enum.defined_only");
    }

    @Test
    void namesWhatANewProgramLacks() {
        assertThat(
                        rules(
                                CreateProgramRequest.newBuilder()
                                        .setProgram(Program.getDefaultInstance())
                                        .build()))
                .containsExactlyInAnyOrder(
                        "program.display_name.required", "program.brief.required");
    }

    @Test
    void acceptsUpdateOfTheNameAlone() {
        var program = Program.newBuilder().setName("programs/x").setDisplayName("New name");
        assertThat(
                        rules(
                                UpdateProgramRequest.newBuilder()
                                        .setProgram(program)
                                        .setUpdateMask(mask("display_name"))
                                        .build()))
                .isEmpty();
    }

    @Test
    void refusesUpdateOfWhatOnlyTheServiceSets() {
        var program = Program.newBuilder().setName("programs/x");
        assertThat(
                        rules(
                                UpdateProgramRequest.newBuilder()
                                        .setProgram(program)
                                        .setUpdateMask(mask("state"))
                                        .build()))
                .containsExactly("update_mask.paths");
    }

    @Test
    void refusesNameOfAnotherKind() {
        assertThat(rules(GetProgramRequest.newBuilder().setName("campaigns/x").build()))
                .containsExactly("string.pattern");
    }

    @Test
    void refusesPageOfMoreThan200() {
        assertThat(rules(ListProgramsRequest.newBuilder().setPageSize(201).build()))
                .containsExactly("int32.gte_lte");
    }

    @Test
    void refusesMoreCompletedThanEnrolled() {
        var outcome =
                Outcome.newBuilder()
                        .setCohort("spring")
                        .setStartDate("2026-03-02")
                        .setEndDate("2026-05-01");
        assertThat(rules(outcome.setEnrolled(10).setCompleted(11).build()))
                .containsExactly("outcome.completed");
    }

    @Test
    void refusesSeriesForNobody() {
        var item =
                Series.Item.newBuilder()
                        .setKey("one")
                        .setTitle("One")
                        .setMinutes(60)
                        .setAttendance(Attendance.Value.OPTIONAL);
        var series =
                Series.newBuilder().setDisplayName("S").setFirstDate("2026-09-07").addItems(item);
        assertThat(rules(series.build())).containsExactly("series.audience");
    }

    @Test
    void refusesSessionThatDoesNotStateItsAttendance() {
        var item = Series.Item.newBuilder().setKey("one").setTitle("One").setMinutes(60);
        assertThat(rules(item.build())).containsExactly("enum.not_in");
        assertThat(rules(item.setAttendance(Attendance.Value.OPTIONAL).build())).isEmpty();
    }

    @Test
    void refusesDecisionStageThatSendsChangesNowhere() {
        var stage =
                Pipeline.Stage.newBuilder()
                        .setKey("review")
                        .setDisplayName("Review")
                        .setRole("reviewer");
        assertThat(
                        rules(
                                Pipeline.newBuilder()
                                        .addStages(stage.setKind(Pipeline.Stage.Kind.DECISION))
                                        .build()))
                .containsExactly("pipeline.stages.back_to");
    }

    @Test
    void refusesRequestForChangesThatDoesNotSayWhich() {
        var review =
                ReviewAssetRequest.newBuilder()
                        .setName("campaigns/x/assets/y")
                        .setClaim("claims/z")
                        .setDecision(ReviewAssetRequest.Decision.REQUEST_CHANGES);
        assertThat(rules(review.build())).containsExactly("review.context_notes.required");
        assertThat(rules(review.setContextNotes("The crop is wrong").build())).isEmpty();
    }

    private static Brief.Builder brief() {
        return Brief.newBuilder()
                .setObjective(
                        Objective.newBuilder().setStatement("To know the rules on data privacy"));
    }

    private static PreviewAssessmentRequest preview(Brief.Builder brief) {
        return PreviewAssessmentRequest.newBuilder().setBrief(brief).build();
    }

    private static FieldMask mask(String path) {
        return FieldMask.newBuilder().addPaths(path).build();
    }

    private static List<String> rules(Message message) {
        try {
            return VALIDATOR.validate(message).toProto().getViolationsList().stream()
                    .map(Violation::getRuleId)
                    .toList();
        } catch (ValidationException e) {
            throw new AssertionError(e);
        }
    }
}
