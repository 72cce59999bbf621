package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.program.grpc.ModelCases.criterion;
import static io.syncopate.assessment.program.grpc.ModelCases.small;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.proto.assessment.v1.CreateDecisionModelRequest;
import io.syncopate.proto.assessment.v1.DecisionModel;
import io.syncopate.proto.assessment.v1.FeasibilityGap;
import io.syncopate.proto.assessment.v1.ListDecisionModelsRequest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

/** A model that contradicts itself is refused when it is saved, with the place. */
class DecisionModelValidationTest {

    private static final AssessmentServer SERVER = new AssessmentServer();
    private static final String EXPRESSION = "decision_model.criteria[0].expression";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "derived.people > | line 1, column 17: ",
                "derived.people > 5.0 && derived.peeple > 5.0 | line 1, column 25: undeclared",
                "brief.audience.siz > 5 | line 1, column 15: undefined field 'siz'",
                "brief.content.complexity == Level.Value.TALL | line 1, column 40: type 'type(int)'"
                        + " does not support field selection",
                "brief.audience.size | line 1, column 15: yields int; expected bool or a degree",
                "derived.people > 1.0 && 'a' == 'b' | line 1, column 25: a constant of kind"
                        + " STRING_VALUE is not part of the profile",
                "derived.people / 2.0 > 1.0 | line 1, column 16: '_/_' is not part of the profile",
                "brief.objective.statement == brief.proposal | line 1, column 16:"
                        + " 'brief.objective.statement' is a text",
                "[1, 2].exists(x, x > 1) | undeclared reference",
                "[1].map(x, x) == [1] | undeclared reference",
                "size(brief.activities) > 3 | 'size' is not part of the profile",
                "brief.activities[0].minutes > 3 | a field is read of the brief only",
                "timestamp('2026-01-01T00:00:00Z').getFullYear() > 1 | is not part of the profile",
                "true | reads no fact",
                "brief.requested_workflow == Workflow.Value.BLENDED | reads requested_workflow,"
                        + " which is not among the facts of the model",
                "brief.audience.bandwidth == Audience.Bandwidth.POOR | reads audience.bandwidth,"
                        + " which is not among the facts of the model",
                "derived.people > 500.0 | holds for no values of its facts",
                "brief.content.self_contained && !brief.content.self_contained | holds for no"
                        + " values of its facts",
                "ramp(derived.people, 500, 900) * 0.0 | holds for no values of its facts",
                "Brief{} == brief | messages and maps are not part of the profile",
            })
    void refusesAnExpressionWithItsPosition(String expression, String what) {
        assertThat(Refusals.violations(() -> create(small(expression))))
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.getField()).isEqualTo(EXPRESSION);
                            assertThat(each.getDescription()).startsWith("line 1, column ");
                            assertThat(each.getDescription()).contains(what);
                        });
    }

    @Test
    void tellsLineAndColumnOfLaterLines() {
        String expression = "derived.people > 5.0 &&\n  derived.peeple < 900.0";
        assertThat(Refusals.violations(() -> create(small(expression))))
                .singleElement()
                .satisfies(
                        each -> assertThat(each.getDescription()).startsWith("line 2, column 3: "));
    }

    static Stream<String> hostile() {
        return Stream.of(
                "(".repeat(200) + "derived.people" + ")".repeat(200) + " > 1.0",
                "derived.people" + " + derived.people".repeat(25) + " > 1.0",
                "[".repeat(200) + "]".repeat(200),
                "derived.people in [" + "1.0,".repeat(100) + "2.0]",
                "ramp(".repeat(33) + "derived.people" + ",0,1)".repeat(33) + ">0.5",
                "derived" + ".people".repeat(60) + " > 1.0",
                "'" + "a".repeat(450) + "'.matches('(a+)+b')",
                "[1,2,3].all(a, [1,2,3].all(b, [1,2,3].all(c, [1,2,3].all(d, a + b + c + d > 0))))",
                "\u0000\u0000derived.people",
                "brief.audience.size * 9223372036854775807 > 0",
                "double(brief.audience.size) / 0.0 > 1.0");
    }

    static Stream<String> strange() {
        return Stream.of(
                "!".repeat(400) + "brief.content.self_contained",
                "-".repeat(300) + "derived.people > 1.0",
                "derived.people > 1.0" + " && derived.people > 1.0".repeat(18),
                "derived.people in [" + "500.0, ".repeat(66) + "2.0]");
    }

    /** Within the limits; it is as quick as any other. */
    @ParameterizedTest
    @MethodSource("strange")
    @Timeout(10)
    void aStrangeExpressionWithinTheLimitsIsTakenQuickly(String expression) {
        assertThat(create(small(expression)).getCriteria(0).getExpression()).isEqualTo(expression);
    }

    /** CEL for Java has no limit of cost; each of these says by which limit it is refused. */
    @ParameterizedTest
    @MethodSource("hostile")
    @Timeout(10)
    void aHostileExpressionIsRefusedQuicklyWithTheLimit(String expression) {
        assertThat(Refusals.violations(() -> create(small(expression))))
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.getField()).isEqualTo(EXPRESSION);
                            assertThat(each.getDescription())
                                    .containsAnyOf(
                                            "limit",
                                            "not part of the profile",
                                            "has more than 100 parts",
                                            "undeclared reference",
                                            "undefined field",
                                            "does not support field selection",
                                            "cannot overflow into an error",
                                            "token recognition error");
                        });
    }

    @Test
    void aLongExpressionIsRefusedByItsLength() {
        String longOne = "derived.people > 1.0" + " && derived.people > 1.0".repeat(40);
        Refusals.assertExpected(() -> create(small(longOne)), EXPRESSION, "500 characters at most");
    }

    @Test
    void anExpressionOfTooManySituationsIsRefusedWithWhatToDo() {
        var model = small("derived.people > 1.0").toBuilder();
        var condition = new StringBuilder("derived.people > 1.0");
        for (String path :
                List.of(
                        "audience.schedules",
                        "audience.self_regulation",
                        "audience.tech_literacy",
                        "content.nature",
                        "content.change_frequency",
                        "objective.type",
                        "objective.final_assessment",
                        "resources.facilitators")) {
            model.addFacts(
                    DecisionModel.Fact.newBuilder().setPath(path).setQuestion("What is it?"));
            condition.append(" && has(brief.").append(path).append(")");
        }
        model.setCriteria(0, criterion("many", condition.toString()));
        assertThat(Refusals.violations(() -> create(model.build())))
                .singleElement()
                .satisfies(
                        each ->
                                assertThat(each.getDescription())
                                        .contains("98304 combinations of values")
                                        .contains("at most 20000")
                                        .contains("split it, or shorten their ladders"));
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        var broken = small("derived.people > 1.0").toBuilder();
        broken.getFactsBuilder(0).clearLadder().addLadder("5").addLadder("many");
        broken.getFactsBuilder(1).setPath("content.colour");
        broken.getFactsBuilder(2).setQuestion(" ");
        broken.getCriteriaBuilder(0).setReason("").setSource(" ").setId("Many!");
        broken.addCriteria(
                criterion("flat", "brief.audience.motivation == GroupLevel.Value.LOW")
                        .setSynchronous(7)
                        .setAsynchronous(7)
                        .setBlended(7));
        broken.addCriteria(criterion("flat", "brief.audience.motivation == GroupLevel.Value.HIGH"));
        broken.addCriteria(
                criterion("isolation", "brief.audience.motivation == GroupLevel.Value.HIGH"));
        broken.getFeasibilityRulesBuilder(0)
                .clearBlocks()
                .setSeverity(FeasibilityGap.Severity.SEVERITY_UNSPECIFIED)
                .setMissing("")
                .setRemedy("")
                .setExpression("brief.audience.motivation == GroupLevel.Value.LOW");

        assertThat(Refusals.violations(() -> create(broken.build())))
                .extracting(each -> each.getField())
                .containsExactlyInAnyOrder(
                        "decision_model.facts[0].ladder[1]",
                        "decision_model.facts[1].path",
                        "decision_model.facts[2].question",
                        "decision_model.criteria[0].id",
                        "decision_model.criteria[0].expression",
                        "decision_model.criteria[0].reason",
                        "decision_model.criteria[0].source",
                        "decision_model.criteria[1].synchronous",
                        "decision_model.criteria[2].id",
                        "decision_model.criteria[3].id",
                        "decision_model.feasibility_rules[0].blocks",
                        "decision_model.feasibility_rules[0].severity",
                        "decision_model.feasibility_rules[0].missing",
                        "decision_model.feasibility_rules[0].remedy");
    }

    @Test
    void weightsStepsAndNumbersHaveBounds() {
        var broken = small("derived.people > 1.0").toBuilder().setNearTiePoints(-1);
        broken.getCriteriaBuilder(0).setSynchronous(1001).setStep(6);
        assertThat(Refusals.violations(() -> create(broken.build())))
                .extracting(each -> each.getField())
                .containsExactlyInAnyOrder(
                        "decision_model.near_tie_points",
                        "decision_model.criteria[0].synchronous",
                        "decision_model.criteria[0].step");
        Refusals.assertViolation(
                () -> create(DecisionModel.newBuilder().setDisplayName("Empty").build()),
                "decision_model.criteria");
        Refusals.assertViolation(
                () -> create(small("derived.people > 1.0").toBuilder().clearDisplayName().build()),
                "decision_model");
    }

    @Test
    void nothingOfARefusedModelIsStored() {
        long before = count();
        Refusals.assertViolation(() -> create(small("derived.peeple > 1.0")), EXPRESSION);
        assertThat(count()).isEqualTo(before);
    }

    private static long count() {
        return SERVER.models()
                .listDecisionModels(ListDecisionModelsRequest.newBuilder().setPageSize(10).build())
                .getDecisionModelsCount();
    }

    private static DecisionModel create(DecisionModel model) {
        return SERVER.models()
                .createDecisionModel(
                        CreateDecisionModelRequest.newBuilder().setDecisionModel(model).build());
    }
}
