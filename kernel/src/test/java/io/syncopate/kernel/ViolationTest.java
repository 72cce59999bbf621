package io.syncopate.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.kernel.RefusedException.Violation;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.Optional;

class ViolationTest {

    @Test
    void saysInWordsWhatItSaysInParts() {
        assertThat(Violation.of("zone", "Mars", "a zone"))
                .isEqualTo(
                        new Violation(
                                "zone",
                                Optional.of("Mars"),
                                Optional.of("a zone"),
                                "'Mars': expected a zone"));
        assertThat(Violation.of("start", LocalDate.of(2026, 3, 1), "later").description())
                .isEqualTo("2026-03-01: expected later");
        assertThat(Violation.ofCount("stages", 0, "1 to 20").description())
                .isEqualTo("has 0: expected 1 to 20");
        assertThat(Violation.missing("name", "a name"))
                .isEqualTo(
                        new Violation(
                                "name",
                                Optional.empty(),
                                Optional.of("a name"),
                                "is missing: expected a name"));
    }

    @Test
    void showsTheBeginningOfALongValue() {
        String shown = Violation.of("text", "x".repeat(500), "less").value().orElseThrow();
        assertThat(shown).isEqualTo("x".repeat(80) + "… (500 characters)");
        assertThat(Violation.of("text", "x".repeat(80), "less").value()).hasValue("x".repeat(80));
    }

    @Test
    void cutsNoCharacterInHalf() {
        String shown = Violation.shortened("x".repeat(79) + "😀".repeat(10));
        assertThat(shown).startsWith("x".repeat(79) + "…").doesNotContain("\ud83d");
    }

    @Test
    void knowsWhereItsFieldIsPartOfAnother() {
        assertThat(Violation.of("minutes", 0, "1 or more").at("before."))
                .isEqualTo(Violation.of("before.minutes", 0, "1 or more"));
    }
}
