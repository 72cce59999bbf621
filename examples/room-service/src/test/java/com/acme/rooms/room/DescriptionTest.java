package com.acme.rooms.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionTest {

    private final Description description = new Description("Lounge", "Main street", 8);

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refusesANameThatSaysNothing(String name) {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> description.named(name))
                .satisfies(
                        refused ->
                                assertThat(refused.violations())
                                        .extracting(Violation::field)
                                        .containsExactly("room.display_name"));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1001"})
    void refusesARoomForNobodyOrForTooMany(int seats) {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> description.seating(seats))
                .withMessage("room.seats: %d: expected 1 to 1000", seats);
    }

    @Test
    void takesTheFewestAndTheMostSeats() {
        assertThat(description.seating(1).seats()).isEqualTo(1);
        assertThat(description.seating(1_000).seats()).isEqualTo(1_000);
    }
}
