package io.syncopate.assessment.program.grpc;

import static io.syncopate.proto.assessment.v1.Workflow.Value.ASYNCHRONOUS;
import static io.syncopate.proto.assessment.v1.Workflow.Value.SYNCHRONOUS;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;

import io.syncopate.proto.assessment.v1.Activity;
import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.Confidence;
import io.syncopate.proto.assessment.v1.GetWorkflowComparisonRequest;
import io.syncopate.proto.assessment.v1.JourneyItem;
import io.syncopate.proto.assessment.v1.Point;
import io.syncopate.proto.assessment.v1.PreviewAssessmentRequest;
import io.syncopate.proto.assessment.v1.Workflow;
import io.syncopate.proto.assessment.v1.WorkflowComparison;

import java.util.List;

/**
 * The learning guide's rules are asked of the service as anybody would ask: a brief in, an answer
 * out.
 */
final class GuideCases {

    /** Shared by all; it has no thread and no port of its own. */
    private static final AssessmentServer SERVER = new AssessmentServer();

    static final String COACHING =
            """
            "objective": {"type": "SKILL", "statement": "Managers coach their people"},
            "audience": {"size": 30, "timeZones": 1, "schedules": "CAN_BLOCK_TIME",
                         "liveTime": {"minutes": 120, "everyWeeks": 2}},
            "content": {"complexity": "HIGH", "needsPracticeWithFeedback": true, "needsDiscussion": true},
            "resources": {"facilitators": "SKILLED"}
            """;
    static final String COMPLIANCE =
            """
            "objective": {"type": "KNOWLEDGE", "statement": "Know the data-privacy rules",
                          "finalAssessment": "CERTIFICATION"},
            "audience": {"size": 500, "timeZones": 12, "schedules": "CANNOT_COMMIT"},
            "content": {"nature": "INFORMATIONAL", "changeFrequency": "YEARLY", "selfContained": true}
            """;
    static final String DATA_ANALYSIS =
            """
            "objective": {"type": "MIXED", "statement": "Analyse data with Python"},
            "audience": {"size": 80, "timeZones": 1, "schedules": "VARYING"},
            "content": {"nature": "MIXED", "complexity": "HIGH", "needsPracticeWithFeedback": true},
            "activities": [
              {"key": "lectures", "text": "Recorded lectures on statistics"},
              {"key": "lab", "text": "Weekly live lab with teaching assistants"},
              {"key": "forum", "text": "Question forum"}]
            """;

    private GuideCases() {}

    static WorkflowComparison comparison() {
        return SERVER.assessments()
                .getWorkflowComparison(GetWorkflowComparisonRequest.getDefaultInstance());
    }

    static Assessment assess(String brief) {
        var message = Brief.newBuilder();
        try {
            JsonFormat.parser().merge("{" + brief + "}", message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(brief, e);
        }
        return SERVER.assessments()
                .previewAssessment(PreviewAssessmentRequest.newBuilder().setBrief(message).build());
    }

    static Activity.Mode modeOf(String text) {
        return assess(
                        "\"objective\": {\"statement\": \"x\"}, \"activities\": [{\"key\": \"a\", \"text\": \"%s\"}]"
                                .formatted(text))
                .getJourney(0)
                .getMode();
    }

    static int atLeast(int before, String brief) {
        int points = score(assess(brief), ASYNCHRONOUS);
        assertThat(points).isGreaterThanOrEqualTo(before);
        return points;
    }

    static int score(Assessment answer, Workflow.Value workflow) {
        return answer.getScoresList().stream()
                .filter(score -> score.getWorkflow() == workflow)
                .mapToInt(score -> score.getPoints())
                .sum();
    }

    /** How far synchronous is ahead of asynchronous. */
    static int lead(Assessment answer) {
        return score(answer, SYNCHRONOUS) - score(answer, ASYNCHRONOUS);
    }

    static List<String> ids(List<Point> points) {
        return points.stream().map(Point::getId).toList();
    }

    static List<String> answersTo(Assessment answer, String risk) {
        return answer.getMitigationsList().stream()
                .filter(point -> point.getAnswersList().contains(risk))
                .map(Point::getId)
                .toList();
    }

    static List<Activity.Mode> modes(Assessment answer) {
        return answer.getJourneyList().stream().map(JourneyItem::getMode).toList();
    }

    static List<String> missing(Assessment answer) {
        return answer.getConfidence().getMissingList().stream()
                .map(Confidence.MissingFact::getFact)
                .toList();
    }
}
