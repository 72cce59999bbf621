package io.syncopate.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RequestReusedException;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class StandaloneTimeTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Caller OWNER = Callers.ann();
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir private Path directory;

    @Test
    void goesOnFromWhereItWasLeft() {
        open().advance(request("one", "a"), HOUR);
        assertThat(open().now()).isEqualTo(NOON.plus(HOUR));
    }

    @Test
    void aRepeatOfARequestDoesNotMoveItAgainEvenAfterARestart() {
        open().advance(request("one", "a"), HOUR);
        StandaloneTime later = open();
        later.advance(request("one", "a"), HOUR);
        assertThat(later.ahead()).isEqualTo(HOUR);
        later.advance(request("two", "a"), HOUR);
        assertThat(later.ahead()).isEqualTo(HOUR.plus(HOUR));
    }

    @Test
    void refusesAnotherRequestUnderTheSameId() {
        StandaloneTime time = open();
        time.advance(request("one", "a"), HOUR);
        assertThatThrownBy(() -> time.advance(request("one", "b"), HOUR))
                .isInstanceOf(RequestReusedException.class);
        assertThat(time.ahead()).isEqualTo(HOUR);
    }

    @Test
    void refusesToGoTooFarAndStaysWhereItWas() {
        StandaloneTime time = open();
        time.advance(request("one", "a"), StandaloneTime.FARTHEST);
        assertThatThrownBy(() -> time.advance(request("two", "a"), HOUR))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("PT1H");
        assertThat(open().ahead()).isEqualTo(StandaloneTime.FARTHEST);
    }

    @Test
    void saysWhichFileCannotBeRead() throws IOException {
        Files.writeString(directory.resolve("time"), "ahead soon");
        assertThatThrownBy(this::open)
                .isInstanceOf(StartupException.class)
                .hasMessageContaining(directory.resolve("time").toString());
    }

    private StandaloneTime open() {
        var settings = Settings.of(List.of("--syncopate.data.directory=" + directory), Map.of());
        return StandaloneTime.in(settings, SettableClock.at(NOON));
    }

    private static Command request(String id, String fingerprint) {
        return Callers.command(OWNER, "test.Advance", id, fingerprint, NOON);
    }
}
