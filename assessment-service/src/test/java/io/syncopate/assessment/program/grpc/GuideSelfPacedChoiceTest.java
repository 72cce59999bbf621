package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.program.grpc.GuideCases.assess;
import static io.syncopate.assessment.program.grpc.GuideCases.atLeast;
import static io.syncopate.assessment.program.grpc.GuideCases.modes;
import static io.syncopate.assessment.program.grpc.GuideCases.score;
import static io.syncopate.proto.assessment.v1.Workflow.Value.ASYNCHRONOUS;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.proto.assessment.v1.Activity;
import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** When the learning guide chooses purely self-paced work. */
class GuideSelfPacedChoiceTest {

    @ParameterizedTest
    @Rule("L-030")
    @CsvSource({
        "Recorded lecture on theory, false",
        "Reading on the basics, false",
        "Recorded software demonstration, true",
        "Quiz on the theory, false"
    })
    void stableContentThatStandsByItselfIsAsynchronous(String activity, boolean demonstration) {
        Assessment answer =
                assess(
                        """
                        "objective": {"type": "KNOWLEDGE", "statement": "Know it"},
                        "content": {"changeFrequency": "RARELY", "selfContained": true,
                                    "interactionReplicableAsync": true, "needsDemonstration": %s},
                        "activities": [{"key": "a", "text": "%s"}]
                        """
                                .formatted(demonstration, activity));

        assertThat(answer.getRecommended()).isEqualTo(ASYNCHRONOUS);
        assertThat(modes(answer)).containsExactly(Activity.Mode.SELF_PACED);
    }

    @ParameterizedTest
    @Rule("L-030")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "changeFrequency": "WEEKLY"         | "changeFrequency": "RARELY"
                    "selfContained": false              | "selfContained": true
                    "interactionReplicableAsync": false | "interactionReplicableAsync": true
                    """)
    void stabilityStandingByItselfAndNeedingNobodyEachSpeakForAsynchronous(
            String adverse, String favourable) {
        String brief = "\"objective\": {\"statement\": \"x\"}, \"content\": {%s}";
        int unstated = score(assess(brief.formatted("")), ASYNCHRONOUS);

        assertThat(score(assess(brief.formatted(favourable)), ASYNCHRONOUS))
                .isGreaterThan(unstated);
        assertThat(score(assess(brief.formatted(adverse)), ASYNCHRONOUS)).isLessThan(unstated);
    }

    @ParameterizedTest(name = "{0}")
    @Rule("L-032")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    foundations | "objective": {"type": "KNOWLEDGE", "statement": "Foundations"}, "content": {"complexity": "LOW"}, "activities": [{"key": "a", "text": "Self-paced module on the foundations"}]
                    compliance | "objective": {"type": "KNOWLEDGE", "statement": "Comply", "finalAssessment": "CERTIFICATION"}, "audience": {"schedules": "CANNOT_COMMIT"}, "content": {"nature": "INFORMATIONAL", "changeFrequency": "YEARLY"}
                    reference material | "objective": {"type": "KNOWLEDGE", "statement": "Look it up"}, "content": {"nature": "INFORMATIONAL"}, "activities": [{"key": "a", "text": "Reference material"}]
                    open online course | "objective": {"type": "MIXED", "statement": "Learn it"}, "audience": {"size": 20000, "timeZones": 24, "schedules": "UNPREDICTABLE", "motivation": "MIXED"}, "activities": [{"key": "a", "text": "Recorded video"}, {"key": "b", "text": "Quiz"}, {"key": "c", "text": "Peer review"}]
                    professional development | "objective": {"type": "SKILL", "statement": "Grow"}, "audience": {"schedules": "UNPREDICTABLE", "preferredPace": "SELF_PACED", "selfRegulation": "HIGH", "motivation": "HIGH"}
                    """)
    void whatSelfPacedWorkSuitsIsAsynchronous(String kind, String brief) {
        assertThat(assess(brief).getRecommended()).as(kind).isEqualTo(ASYNCHRONOUS);
    }

    @ParameterizedTest
    @Rule("L-032")
    @ValueSource(strings = {"selfRegulation", "motivation"})
    void peopleWhoDriveThemselvesSpeakForAsynchronous(String fact) {
        String brief = "\"objective\": {\"statement\": \"x\"}, \"audience\": {\"%s\": \"%s\"}";

        Assessment driven = assess(brief.formatted(fact, "HIGH"));
        assertThat(driven.getRecommended()).isEqualTo(ASYNCHRONOUS);
        assertThat(score(driven, ASYNCHRONOUS))
                .isGreaterThan(score(assess(brief.formatted(fact, "MEDIUM")), ASYNCHRONOUS));
    }

    @Test
    @Rule("L-031")
    void largerFurtherAndLessPredictableNeverLowersAsynchronous() {
        String brief =
                """
                "objective": {"type": "SKILL", "statement": "Do it"},
                "audience": {"size": %d, "timeZones": %d, "schedules": "%s"}
                """;
        int before = Integer.MIN_VALUE;
        for (int size : List.of(5, 30, 90, 200, 2000)) {
            before = atLeast(before, brief.formatted(size, 3, "VARYING"));
        }
        before = Integer.MIN_VALUE;
        for (int zones : List.of(1, 2, 4, 8, 12, 24)) {
            before = atLeast(before, brief.formatted(60, zones, "VARYING"));
        }
        before = Integer.MIN_VALUE;
        for (String schedules :
                List.of("CAN_BLOCK_TIME", "VARYING", "UNPREDICTABLE", "CANNOT_COMMIT")) {
            before = atLeast(before, brief.formatted(60, 3, schedules));
        }
    }
}
