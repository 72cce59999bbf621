package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.program.grpc.GuideCases.COACHING;
import static io.syncopate.assessment.program.grpc.GuideCases.COMPLIANCE;
import static io.syncopate.assessment.program.grpc.GuideCases.DATA_ANALYSIS;
import static io.syncopate.assessment.program.grpc.GuideCases.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What every answer holds. */
class GuideAnswerTest {

    @Test
    @Rule("L-065")
    void everyAnswerHasASecondaryComponent() {
        for (String brief :
                List.of(COACHING, COMPLIANCE, DATA_ANALYSIS, COACHING.replace("30", "300"))) {
            assertThat(assess(brief).getSecondaryComponent().getText()).isNotBlank();
        }
    }

    @Test
    @Rule({"L-077", "L-094"})
    void everyAnswerSaysHowOldItIsAndWhatToCheck() {
        Assessment plain = assess(COMPLIANCE);
        Assessment medical = assess(COMPLIANCE + ", \"domain\": \"MEDICAL\"");
        Assessment stakes = assess(COMPLIANCE + ", \"domain\": \"HIGH_STAKES_CERTIFICATION\"");

        assertThat(plain.getGuidance().getAsOf()).isEqualTo("2026-05");
        assertThat(plain.getGuidance().getNotice()).contains("May 2026", "Verify");
        assertThat(medical.getGuidance().getNotice()).contains("Medical education");
        assertThat(stakes.getGuidance().getNotice()).contains("certif");
        assertThat(plain.getGuidance().getNotice()).doesNotContain("Medical");
    }

    @Test
    void aNearTieIsCalledOne() {
        Assessment skill = assess("\"objective\": {\"type\": \"SKILL\", \"statement\": \"x\"}");

        assertThat(skill.getNearTie()).isTrue();
        assertThat(skill.getMargin()).isLessThanOrEqualTo(40);
        assertThat(skill.getSummary()).contains("near-tie");
        assertThat(assess(COACHING).getNearTie()).isFalse();
    }

    @Test
    void theReceiptTellsTheSameInputFromAnother() {
        Assessment one = assess(COACHING);
        Assessment again = assess(COACHING);
        Assessment other = assess(COACHING.replace("\"size\": 30", "\"size\": 31"));

        assertThat(again).isEqualTo(one);
        assertThat(one.getReceipt().getInputHash()).hasSize(64);
        assertThat(other.getReceipt().getInputHash()).isNotEqualTo(one.getReceipt().getInputHash());
        assertThat(one.getReceipt().getTzDatabaseVersion()).matches("\\d{4}[a-z]");
        Assessment zoned =
                assess(
                        """
                        "objective": {"statement": "x"},
                        "audience": {"zones": [{"zone": "Asia/Kolkata", "headCount": 3}]}
                        """);
        assertThat(zoned.getReceipt().getOffsets(0).getOffsetSeconds()).isEqualTo(19800);
    }
}
