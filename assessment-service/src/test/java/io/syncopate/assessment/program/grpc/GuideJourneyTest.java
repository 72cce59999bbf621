package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.program.grpc.GuideCases.COMPLIANCE;
import static io.syncopate.assessment.program.grpc.GuideCases.assess;
import static io.syncopate.assessment.program.grpc.GuideCases.ids;
import static io.syncopate.assessment.program.grpc.GuideCases.modeOf;
import static io.syncopate.assessment.program.grpc.GuideCases.score;
import static io.syncopate.proto.assessment.v1.Workflow.Value.BLENDED;
import static io.syncopate.proto.assessment.v1.Workflow.Value.SYNCHRONOUS;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.proto.assessment.v1.Activity;
import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the learning guide makes live and what self-paced, and what it warns about. */
class GuideJourneyTest {

    @ParameterizedTest
    @Rule("L-001")
    @ValueSource(
            strings = {
                "Live lecture",
                "Webinar",
                "Real-time Q&A",
                "Virtual class discussion",
                "Workshop in a room"
            })
    void whatNeedsPeopleAtOneTimeIsLive(String text) {
        assertThat(modeOf(text)).isEqualTo(Activity.Mode.LIVE);
    }

    @ParameterizedTest
    @Rule("L-002")
    @ValueSource(
            strings = {"Recorded video", "Reading on the basics", "Discussion forum", "Assignment"})
    void whatEachCanDoAloneIsSelfPaced(String text) {
        assertThat(modeOf(text)).isEqualTo(Activity.Mode.SELF_PACED);
    }

    @ParameterizedTest
    @CsvSource({
        "LIVE, PRESENTATION_ONLY, presentation-only",
        "LIVE, NONE, needless-live",
        "SELF_PACED, REAL_TIME_COLLABORATION, collaboration-with-delay"
    })
    @Rule({"L-008", "L-009", "L-055"})
    void aFormThatDoesNotFitTheInteractionIsWarnedAbout(
            String mode, String interaction, String warning) {
        String activity =
                ", \"activities\": [{\"key\": \"a\", \"text\": \"Unit\", \"mode\": \"%s\","
                        + " \"interaction\": \"%s\"}]";
        Assessment answer = assess(COMPLIANCE + activity.formatted(mode, interaction));

        assertThat(ids(answer.getJourney(0).getWarningsList())).contains(warning);
        assertThat(answer.getJourney(0).getMode()).isEqualTo(Activity.Mode.valueOf(mode));
        if (mode.equals("LIVE")) {
            assertThat(score(answer, SYNCHRONOUS))
                    .isLessThanOrEqualTo(score(assess(COMPLIANCE), SYNCHRONOUS));
        }
    }

    @Test
    @Rule({"L-037", "L-038", "L-039"})
    void aBlendWhosePartsDoNotFitTogetherIsFlagged() {
        Assessment loose =
                assess(
                        """
                        "objective": {"type": "MIXED", "statement": "Do it"},
                        "activities": [
                          {"key": "live", "text": "Live workshop", "contentRef": "same"},
                          {"key": "video", "text": "Recorded lecture", "contentRef": "same"}]
                        """);
        Assessment joined =
                assess(
                        """
                        "objective": {"type": "MIXED", "statement": "Do it"},
                        "activities": [
                          {"key": "video", "text": "Recorded lecture", "contentRef": "one"},
                          {"key": "live", "text": "Live workshop", "contentRef": "two",
                           "attendance": "MANDATORY"}]
                        """);

        assertThat(loose.getRecommended()).isEqualTo(BLENDED);
        assertThat(ids(loose.getJourney(0).getWarningsList()))
                .contains("repeats-content", "attendance-unset", "unlinked");
        assertThat(joined.getJourney(1).getWarningsList()).isEmpty();
    }
}
