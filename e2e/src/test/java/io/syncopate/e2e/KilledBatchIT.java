package io.syncopate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A standalone is killed in the middle of a file of briefs, and goes on with it in its next life. */
@Tag("kind:processes")
class KilledBatchIT {

    private static final int ROWS = 5_000;

    @TempDir private Path directory;

    @Test
    void everyRowIsThereInItsOrderOnceAfterAKillMidway() {
        List<String> undisturbed;
        Batch killed;
        Instant kill;
        try (var platform = StandaloneProcess.start(directory, Optional.empty())) {
            Api api = platform.api();
            undisturbed = Batch.start(api, ROWS).result(api);
            killed = Batch.start(api, ROWS);
            killed.awaitMidway(api);
            platform.kill();
            kill = Instant.now();
        }
        try (var platform = StandaloneProcess.start(directory, Optional.empty())) {
            Api api = platform.api();
            assertThat(killed.result(api)).isEqualTo(undisturbed);
            assertThat(Instant.parse(killed.get(api).path("endTime").asString()))
                    .as("in the second life")
                    .isAfter(kill);
        }
    }
}
