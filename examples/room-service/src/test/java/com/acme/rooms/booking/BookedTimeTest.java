package com.acme.rooms.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.HashSet;

class BookedTimeTest {

    @ParameterizedTest
    @CsvSource({
        "09:05, 10:00, booking.start_time",
        "09:00, 09:59, booking.end_time",
        "09:00, 09:00, booking.end_time",
        "10:00, 09:00, booking.end_time",
        "09:00, 21:15, booking.end_time"
    })
    void refusesWhatIsNotWholeQuartersOrTooLong(String start, String end, String field) {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> time(start, end))
                .satisfies(
                        refusal ->
                                assertThat(refusal.violations())
                                        .extracting(Violation::field)
                                        .containsExactly(field));
    }

    @Test
    void needsAKeyForEachQuarter() {
        assertThat(time("09:00", "21:00").keys("hall")).hasSize(48);
        assertThat(time("09:00", "09:30").keys("hall"))
                .extracting(Object::toString)
                .containsExactly(
                        "room/hall/2026-03-02T09:00:00Z", "room/hall/2026-03-02T09:15:00Z");
        assertThat(time("09:15", "09:30").keys("hall"))
                .extracting(BookedTime::quarter)
                .containsExactly(Instant.parse("2026-03-02T09:15:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "09:00, 10:00, 09:45, 10:15, true",
        "09:00, 10:00, 10:00, 10:15, false",
        "09:00, 10:00, 08:00, 09:00, false",
        "09:00, 10:00, 08:00, 11:00, true"
    })
    void timesThatOverlapAreThoseWithAKeyInCommon(
            String start, String end, String otherStart, String otherEnd, boolean overlap) {
        BookedTime one = time(start, end);
        BookedTime other = time(otherStart, otherEnd);
        assertThat(one.overlaps(other)).isEqualTo(overlap);
        assertThat(other.overlaps(one)).isEqualTo(overlap);
        var common = new HashSet<>(one.keys("hall"));
        common.retainAll(other.keys("hall"));
        assertThat(!common.isEmpty()).isEqualTo(overlap);
    }

    private static BookedTime time(String start, String end) {
        return new BookedTime(at(start), at(end));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T%s:00Z".formatted(time));
    }
}
