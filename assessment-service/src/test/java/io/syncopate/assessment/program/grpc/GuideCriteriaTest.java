package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.program.grpc.GuideCases.assess;
import static io.syncopate.assessment.program.grpc.GuideCases.lead;
import static io.syncopate.assessment.program.grpc.GuideCases.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.Workflow;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which way each fact that the guide names pulls by itself. */
class GuideCriteriaTest {

    private static final String BRIEF = "\"objective\": {\"statement\": \"Do it\"%s}%s";

    /** Step 1: what is to be learned, and how it is proven. */
    @ParameterizedTest
    @Rule({"L-042", "L-043", "L-059"})
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"type\": \"SKILL\" | SYNCHRONOUS | ASYNCHRONOUS",
                "\"type\": \"SKILL\" | BLENDED | ASYNCHRONOUS",
                "\"finalAssessment\": \"PRACTICAL\" | SYNCHRONOUS | ASYNCHRONOUS",
                "\"finalAssessment\": \"TEST\" | ASYNCHRONOUS | SYNCHRONOUS",
                "\"finalAssessment\": \"CERTIFICATION\" | ASYNCHRONOUS | SYNCHRONOUS",
            })
    void theObjectivePulls(String fact, Workflow.Value to, Workflow.Value from) {
        assertPull(BRIEF.formatted(", " + fact, ""), to, from);
    }

    /** Step 2: who learns, where and when. */
    @ParameterizedTest
    @Rule({
        "L-010", "L-012", "L-027", "L-028", "L-031", "L-040", "L-044", "L-045", "L-046", "L-090"
    })
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"timeZones\": 12 | ASYNCHRONOUS | SYNCHRONOUS",
                "\"schedules\": \"CAN_BLOCK_TIME\" | SYNCHRONOUS | ASYNCHRONOUS",
                "\"schedules\": \"VARYING\" | BLENDED | SYNCHRONOUS",
                "\"schedules\": \"VARYING\" | ASYNCHRONOUS | SYNCHRONOUS",
                "\"selfRegulation\": \"MIXED\" | BLENDED | ASYNCHRONOUS",
                "\"motivation\": \"LOW\" | SYNCHRONOUS | ASYNCHRONOUS",
                "\"motivation\": \"MIXED\" | BLENDED | ASYNCHRONOUS",
                "\"techLiteracy\": \"LOW\" | SYNCHRONOUS | ASYNCHRONOUS",
                "\"bandwidth\": \"POOR\" | ASYNCHRONOUS | SYNCHRONOUS",
                "\"bandwidth\": \"POOR\" | BLENDED | SYNCHRONOUS",
                "\"interactionPreference\": \"INTERACTIVE\" | SYNCHRONOUS | ASYNCHRONOUS",
                "\"liveTime\": {\"minutes\": 120, \"everyWeeks\": 2} | SYNCHRONOUS | ASYNCHRONOUS",
                "\"frictionTolerance\": \"LOW\" | ASYNCHRONOUS | SYNCHRONOUS",
            })
    void theAudiencePulls(String fact, Workflow.Value to, Workflow.Value from) {
        assertPull(BRIEF.formatted("", ", \"audience\": {%s}".formatted(fact)), to, from);
    }

    /** Step 3: what is to be learned from. */
    @ParameterizedTest
    @Rule({"L-007", "L-013", "L-024", "L-026", "L-030", "L-035", "L-042", "L-047"})
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"complexity\": \"LOW\" | ASYNCHRONOUS | SYNCHRONOUS",
                "\"changeFrequency\": \"YEARLY\" | ASYNCHRONOUS | SYNCHRONOUS",
                "\"changeFrequency\": \"MONTHLY\" | SYNCHRONOUS | ASYNCHRONOUS",
                "\"nature\": \"PROCEDURAL\" | SYNCHRONOUS | ASYNCHRONOUS",
                "\"nature\": \"DISCUSSION\" | SYNCHRONOUS | ASYNCHRONOUS",
                "\"nature\": \"MIXED\" | BLENDED | SYNCHRONOUS",
                "\"nature\": \"MIXED\" | BLENDED | ASYNCHRONOUS",
                "\"learnersReactToEachOther\": true | SYNCHRONOUS | ASYNCHRONOUS",
                "\"errorsMustBeCaughtQuickly\": true | SYNCHRONOUS | ASYNCHRONOUS",
                "\"sensitiveTopic\": true | SYNCHRONOUS | ASYNCHRONOUS",
            })
    void theContentPulls(String fact, Workflow.Value to, Workflow.Value from) {
        assertPull(BRIEF.formatted("", ", \"content\": {%s}".formatted(fact)), to, from);
    }

    /** Step 5: what learners do. */
    @ParameterizedTest
    @Rule("L-052")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = "{\"key\": \"a\", \"text\": \"Live workshop\"} | SYNCHRONOUS | ASYNCHRONOUS")
    void aJourneyOfOneModePulls(String activity, Workflow.Value to, Workflow.Value from) {
        assertPull(BRIEF.formatted("", ", \"activities\": [%s]".formatted(activity)), to, from);
    }

    /** Some facts say more together than each by itself. */
    @ParameterizedTest
    @Rule({"L-045", "L-047"})
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "audience | \"schedules\": \"CAN_BLOCK_TIME\" | \"timeZones\": 1",
                "content | \"complexity\": \"HIGH\" | \"changeFrequency\": \"WEEKLY\"",
                "content | \"complexity\": \"HIGH\" | \"changeFrequency\": \"MONTHLY\"",
            })
    void twoFactsTogetherPullMoreTowardsLive(String part, String one, String other) {
        String facts = ", \"" + part + "\": {%s}";
        int both = lead(assess(BRIEF.formatted("", facts.formatted(one + ", " + other))));
        int first = lead(assess(BRIEF.formatted("", facts.formatted(one))));
        int second = lead(assess(BRIEF.formatted("", facts.formatted(other))));
        assertThat(both).isGreaterThan(first + second);
    }

    /** By more than nothing, which is what a brief without the fact has. */
    private static void assertPull(String brief, Workflow.Value to, Workflow.Value from) {
        Assessment answer = assess(brief);
        assertThat(score(answer, to)).as("%s over %s", to, from).isGreaterThan(score(answer, from));
    }
}
