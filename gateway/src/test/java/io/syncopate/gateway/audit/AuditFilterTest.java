package io.syncopate.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncopate.gateway.audit.AuditFilter.Subject;
import io.syncopate.kernel.RefusedException.Violation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Optional;

class AuditFilterTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void nothingAsksForAll(String text) {
        assertThat(AuditFilter.parse(text)).isEqualTo(AuditFilter.ALL);
    }

    @Test
    void readsEveryFieldInAnyOrder() {
        assertThat(
                        AuditFilter.parse(
                                "time < \"2026-03-02T00:00:00Z\" AND type ="
                                        + " syncopate.gateway.v1.ApiKeyIssued AND subject ="
                                        + " 'programs/a' AND actor=ann AND time >="
                                        + " \"2026-03-01T01:00:00+01:00\""))
                .isEqualTo(
                        new AuditFilter(
                                Optional.of("ann"),
                                Optional.of(new Subject.Named("programs/a")),
                                Optional.of("syncopate.gateway.v1.ApiKeyIssued"),
                                Optional.of(Instant.parse("2026-03-01T00:00:00Z")),
                                Optional.of(Instant.parse("2026-03-02T00:00:00Z"))));
    }

    @Test
    void aStarAtTheEndOfASubjectStandsForAllThatBeginSo() {
        assertThat(AuditFilter.parse("subject = \"programs/a*\"").subject())
                .contains(new Subject.Beginning("programs/a"));
        assertThat(AuditFilter.parse("subject = *").subject()).contains(new Subject.Beginning(""));
    }

    @Test
    void aQuotedValueMayHoldWhatEndsAWord() {
        assertThat(AuditFilter.parse("actor = \"a \\\"b\\\\ AND c\"").actor())
                .contains("a \"b\\ AND c");
    }

    @ParameterizedTest
    @CsvSource({
        "'time >= 2026-03-01T00:00:00.0005Z', 2026-03-01T00:00:00.001Z, ",
        "'time > 2026-03-01T00:00:00.000Z', 2026-03-01T00:00:00.001Z, ",
        "'time > 2026-03-01T00:00:00.0005Z', 2026-03-01T00:00:00.001Z, ",
        "'time < 2026-03-01T00:00:00.0005Z', , 2026-03-01T00:00:00.001Z",
        "'time <= 2026-03-01T00:00:00.000Z', , 2026-03-01T00:00:00.001Z"
    })
    void aBoundIsMovedToAWholeMillisecond(String text, Instant from, Instant until) {
        AuditFilter filter = AuditFilter.parse(text);
        assertThat(filter.from()).isEqualTo(Optional.ofNullable(from));
        assertThat(filter.until()).isEqualTo(Optional.ofNullable(until));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "person = ann | person = ann | actor, subject, type or time",
                "actor | '' | an operator after actor",
                "actor = | '' | a value after actor =",
                "actor = \"\" | actor = \"\" | a value for actor",
                "actor = \"ann | \"ann | a value after actor =",
                "actor = ann OR actor = bob | OR actor = bob | AND between two comparisons",
                "actor = ann bob | bob | AND between two comparisons",
                "actor = ann AND | '' | actor, subject, type or time",
                "actor = ann ANDtype = x | ANDtype = x | AND between two comparisons",
                "actor = ann AND actor = bob | actor = bob | each field once",
                "actor > ann | actor > ann | = and a value; only time has an order",
                "actor : ann | actor : ann | = and a value; only time has an order",
                "time = 2026-03-01T00:00:00Z | time = 2026-03-01T00:00:00Z | >=, >, < or <= for"
                        + " time",
                "time > 2026-03-01T00:00:00Z AND time >= 2026-03-02T00:00:00Z | time >="
                        + " 2026-03-02T00:00:00Z | time once from each side",
                "time > yesterday | time > yesterday | a time like 2026-03-01T00:00:00Z, from 1970"
                        + " to 9999",
                "time > +99999-03-01T00:00:00Z | time > +99999-03-01T00:00:00Z | a time like"
                        + " 2026-03-01T00:00:00Z, from 1970 to 9999",
                "(actor = ann) | (actor = ann) | actor, subject, type or time",
                "NOT actor = ann | actor = ann | an operator after NOT"
            })
    void saysWhichPartIsWrongAndWhatIsExpectedThere(String text, String part, String expected) {
        assertThatThrownBy(() -> AuditFilter.parse(text))
                .isInstanceOfSatisfying(
                        AuditException.InvalidFilter.class,
                        refusal -> {
                            Violation wrong = refusal.violations().getFirst();
                            assertThat(wrong.field()).isEqualTo("filter");
                            assertThat(wrong.expected()).contains(expected);
                            assertThat(text).endsWith(wrong.value().orElseThrow());
                            assertThat(wrong.value()).contains(part);
                        });
    }
}
