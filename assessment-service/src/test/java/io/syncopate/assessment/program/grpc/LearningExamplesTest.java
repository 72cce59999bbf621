package io.syncopate.assessment.program.grpc;

import static io.syncopate.proto.assessment.v1.Workflow.Value.ASYNCHRONOUS;
import static io.syncopate.proto.assessment.v1.Workflow.Value.BLENDED;
import static io.syncopate.proto.assessment.v1.Workflow.Value.SYNCHRONOUS;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;

import io.syncopate.proto.assessment.v1.Activity;
import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.JourneyItem;
import io.syncopate.proto.assessment.v1.PreviewAssessmentRequest;
import io.syncopate.proto.assessment.v1.Program;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The examples that come with the platform, full briefs as people would write them. */
class LearningExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "examples", "learning");

    private final AssessmentServer server = new AssessmentServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @Rule("L-059")
    void complianceTrainingIsAsynchronousThroughout() throws IOException {
        Assessment answer = assess("compliance-training.json");

        assertThat(answer.getRecommended()).isEqualTo(ASYNCHRONOUS);
        assertThat(answer.getJourneyList())
                .extracting(JourneyItem::getMode)
                .containsOnly(Activity.Mode.SELF_PACED);
    }

    @Test
    @Rule("L-061")
    void leadershipCoachingIsSynchronousWithReadingBefore() throws IOException {
        Assessment answer = assess("leadership-coaching.json");

        assertThat(answer.getRecommended()).isEqualTo(SYNCHRONOUS);
        assertThat(answer.getNearTie()).isFalse();
    }

    @Test
    @Rule({"L-063", "L-064"})
    void theDataAnalysisCourseIsBlendedWithRecommendedLabs() throws IOException {
        Assessment answer = assess("data-analysis-course.json");

        assertThat(answer.getRecommended()).isEqualTo(BLENDED);
        assertThat(answer.getJourneyList())
                .filteredOn(item -> item.getMode() == Activity.Mode.LIVE)
                .singleElement()
                .satisfies(
                        lab -> {
                            assertThat(lab.getAttendance())
                                    .isEqualTo(Activity.Attendance.RECOMMENDED);
                            assertThat(lab.getRecorded()).isTrue();
                            assertThat(lab.getRepeatCount()).isEqualTo(12);
                            assertThat(lab.getAgendaList())
                                    .extracting(item -> item.getActivity())
                                    .containsExactly("recorded-lectures");
                        });
    }

    @Test
    void practiceOverFourZonesKeepsItsLivePartWithRecordings() throws IOException {
        Assessment answer = assess("incident-response-practice.json");

        assertThat(answer.getRecommended()).isEqualTo(BLENDED);
        assertThat(answer.getSecondaryComponent().getLive()).isTrue();
        assertThat(answer.getMitigationsList())
                .extracting(point -> point.getId())
                .contains("rotation", "recordings");
    }

    private Assessment assess(String example) throws IOException {
        var program = Program.newBuilder();
        JsonFormat.parser().merge(Files.readString(EXAMPLES.resolve(example)), program);
        return server.assessments()
                .previewAssessment(
                        PreviewAssessmentRequest.newBuilder().setBrief(program.getBrief()).build());
    }
}
