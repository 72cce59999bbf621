package io.syncopate.e2e;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** The README's walk-through, line by line in a shell; each block prints what the README says. */
@Tag("kind:processes")
@EnabledOnOs(
        value = {OS.LINUX, OS.MAC},
        disabledReason = "the walk-through is for a POSIX shell")
class ReadmeIT {

    @TempDir private Path directory;

    @Test
    void walkThroughGivesWhatItSays() throws IOException, InterruptedException {
        Path data = directory.resolve("data");
        try (var platform = StandaloneProcess.startPackaged(data)) {
            Walkthrough.read("README.md", "## Walk-through").check(platform.address(), data);
        }
    }
}
