package io.syncopate.assessment.batch.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.assessment.batch.BatchFiles;
import io.syncopate.assessment.batch.BatchFiles.Part;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

@OnStore
class MongoBatchFilesIT {

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final Instant until = clock.instant().plus(Duration.ofDays(8));

    @SuppressWarnings("NullAway.Init")
    private BatchFiles files;

    @BeforeEach
    void open(TestStore store) {
        files = BatchFilesFixture.files(store.database(), clock);
    }

    @Test
    void keepsTheInputThatWasThereFirst() {
        assertThat(keep("one", "first")).isTrue();
        assertThat(keep("one", "first")).as("a repeat").isTrue();
        assertThat(keep("other", "second")).as("of another origin").isFalse();
        assertThat(text(Part.INPUT, 0)).contains("first");
        assertThat(text(Part.INPUT, 1)).isEmpty();
    }

    @Test
    void keepsTheResultThatCameLast() {
        files.keepResult(Callers.ACME, "b1", 0, bytes("of the run that was killed"), until);
        files.keepResult(Callers.ACME, "b1", 0, bytes("of the next run"), until);
        assertThat(text(Part.RESULT, 0)).contains("of the next run");
        assertThat(text(Part.INPUT, 0)).as("another file").isEmpty();
    }

    @Test
    void showsABatchToItsTenantAlone() {
        keep("one", "first");
        assertThat(files.piece(Callers.OTHER, "b1", Part.INPUT, 0)).isEmpty();
        files.remove(Callers.OTHER, "b1");
        assertThat(text(Part.INPUT, 0)).contains("first");
    }

    @Test
    void removesAllOfABatchAndNothingElse() {
        keep("one", "first");
        files.keepResult(Callers.ACME, "b1", 0, bytes("result"), until);
        files.keepResult(Callers.ACME, "b2", 0, bytes("of another batch"), until);
        files.remove(Callers.ACME, "b1");
        assertThat(text(Part.INPUT, 0)).isEmpty();
        assertThat(text(Part.RESULT, 0)).isEmpty();
        assertThat(files.piece(Callers.ACME, "b2", Part.RESULT, 0)).isPresent();
    }

    @Test
    void removesWhatItsTimeIsOverFor() {
        keep("one", "first");
        files.keepResult(Callers.OTHER, "b1", 0, bytes("result"), until.plusSeconds(60));
        clock.set(until);
        files.removeExpired();
        assertThat(text(Part.INPUT, 0)).isPresent();
        clock.advance(Duration.ofMillis(1));
        files.removeExpired();
        assertThat(text(Part.INPUT, 0)).isEmpty();
        assertThat(files.piece(Callers.OTHER, "b1", Part.RESULT, 0)).isPresent();
    }

    private boolean keep(String origin, String text) {
        return files.keepInput(Callers.ACME, "b1", origin, 0, bytes(text), until);
    }

    private Optional<String> text(Part part, int piece) {
        return files.piece(Callers.ACME, "b1", part, piece)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
