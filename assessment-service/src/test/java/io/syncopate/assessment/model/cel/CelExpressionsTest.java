package io.syncopate.assessment.model.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;

import io.syncopate.assessment.brief.BriefFixture;
import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Facts;
import io.syncopate.assessment.model.Derived;
import io.syncopate.assessment.model.Expression;
import io.syncopate.assessment.model.ExpressionRefusedException;
import io.syncopate.assessment.model.Situation;
import io.syncopate.proto.assessment.v1.Brief;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.stream.Stream;

class CelExpressionsTest {

    private final CelExpressions cel = new CelExpressions();

    @ParameterizedTest
    @CsvSource({"0,0", "15,0", "16,5", "107,497", "200,1000", "5000,1000"})
    void rampsFromOneBoundToTheOther(double people, int degree) {
        Expression expression = cel.compile("ramp(derived.people, 15, 200)");

        assertThat(cel.over(situation(people)).degree(expression)).isEqualTo(degree);
        assertThat(expression.reads()).containsExactly("derived.people");
    }

    @Test
    void readsFactsAndTellsStatedFromUnstated() {
        Expression stated = cel.compile("has(brief.content.sensitive_topic)");
        Expression no =
                cel.compile("has(brief.content.sensitive_topic) && !brief.content.sensitive_topic");

        var unstated = cel.over(situation(0));
        assertThat(unstated.holds(stated)).isFalse();
        assertThat(unstated.holds(no)).isFalse();
        var brief = BriefFixture.brief().with("content.sensitive_topic", false).build();
        var denied = cel.over(new Situation(brief, Map.of()));
        assertThat(denied.holds(stated)).isTrue();
        assertThat(denied.holds(no)).isTrue();
        assertThat(no.reads()).containsExactly("content.sensitive_topic");
    }

    @Test
    void refusesAnUnknownFactWithItsPosition() {
        var refused = refusal("true &&\n  brief.audience.shoe_size > 3");

        assertThat(refused.line()).isEqualTo(2);
        assertThat(refused.column()).isBetween(3, 20);
        assertThat(refused).hasMessageContaining("shoe_size");
    }

    @Test
    void refusesAnUnknownRungOfALadder() {
        var refused = refusal("brief.objective.type == Objective.Type.KNOWLEDGEABLE");

        assertThat(refused.column()).isEqualTo(39);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "brief.activities.exists(a, a.minutes > 3)",
                "[1, 2, 3].all(x, x > 0)",
                "size(brief.activities) > 0",
                "brief.objective.statement.matches('(a+)+')",
                "brief.objective.statement == 'x'",
                "'a' + 'b' == 'ab' && derived.people > 1",
                "brief.stakeholder_reason == brief.proposal",
                "brief.audience.size / 0 > 1",
                "brief.audience.size % 2 == 0",
                "brief.audience.size + 9223372036854775807 > 0",
                "brief.audience.size * 2 > 3",
                "brief.audience == brief.audience",
                "{'a': derived.people}['a'] > 1.0",
                "timestamp('2026-01-01T00:00:00Z') < timestamp('2026-01-02T00:00:00Z')",
                "dyn(derived.people) > 1",
                "brief.audience.size",
                "1.0",
                "true",
                "",
                "brief.audience.size >",
            })
    void refusesWhatIsOutsideTheProfile(String text) {
        var refused = refusal(text);

        assertThat(refused.line()).isGreaterThanOrEqualTo(1);
        assertThat(refused.column()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void refusesWhatIsTooLongOrHasTooManyParts() {
        refusal("derived.people > 1.0" + " ".repeat(CelProfile.MAX_LENGTH));
        refusal("derived.people > 1.0" + " || true".repeat(CelProfile.MAX_NODES / 2));
        refusal("(".repeat(60) + "derived.people > 1.0" + ")".repeat(60));
    }

    @Test
    void everyFactOfTheCatalogueIsAFieldOfTheContractAndTheOtherWayRound() {
        var fields = fields("", Brief.getDescriptor()).toList();

        assertThat(fields).containsExactlyInAnyOrderElementsOf(Facts.ALL);
    }

    private static Stream<Fact> fields(String prefix, Descriptor message) {
        return message.getFields().stream()
                .filter(field -> !isList(field))
                .flatMap(
                        field ->
                                field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                                        ? fields(
                                                prefix + field.getName() + ".",
                                                field.getMessageType())
                                        : Stream.of(fact(prefix + field.getName(), field)));
    }

    /** Activities and zones are more than facts. */
    private static boolean isList(FieldDescriptor field) {
        return field.isRepeated() && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
    }

    private static Fact fact(String path, FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case BOOLEAN -> new Fact(path, Fact.Kind.FLAG, java.util.List.of());
            case INT, DOUBLE -> new Fact(path, Fact.Kind.NUMBER, java.util.List.of());
            case STRING ->
                    new Fact(
                            path,
                            field.isRepeated() ? Fact.Kind.TEXTS : Fact.Kind.TEXT,
                            java.util.List.of());
            case ENUM ->
                    new Fact(
                            path,
                            Fact.Kind.CHOICE,
                            field.getEnumType().getValues().stream()
                                    .filter(value -> value.getNumber() != 0)
                                    .map(EnumValueDescriptor::getName)
                                    .toList());
            default -> throw new AssertionError(path + " is of an unexpected type");
        };
    }

    private ExpressionRefusedException refusal(String text) {
        var refused =
                catchThrowableOfType(ExpressionRefusedException.class, () -> cel.compile(text));
        assertThat(refused).as("refusal of '%s'", text).isNotNull();
        return refused;
    }

    private static Situation situation(double people) {
        return new Situation(BriefFixture.brief().build(), Map.of(Derived.PEOPLE, people));
    }
}
