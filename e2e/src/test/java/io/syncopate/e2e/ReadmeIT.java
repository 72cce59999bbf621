package io.syncopate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The README's walk-through, line by line in a shell; each block prints what the README says. */
@Tag("kind:processes")
@EnabledOnOs(
        value = {OS.LINUX, OS.MAC},
        disabledReason = "the walk-through is for a POSIX shell")
class ReadmeIT {

    private static final Pattern STEP =
            Pattern.compile("```sh\\n(.*?)```\\s+```text\\n(.*?)```", Pattern.DOTALL);
    private static final String MARK = "--- end of step ---";

    @TempDir private Path directory;

    private record Step(String commands, String output) {}

    @Test
    void walkThroughGivesWhatItSays() throws IOException, InterruptedException {
        List<Step> steps = steps();
        assertThat(steps).hasSizeGreaterThanOrEqualTo(6);
        try (var platform = StandaloneProcess.start(directory.resolve("data"), Optional.empty())) {
            String script = script(steps, platform.address().toString());
            var shell =
                    new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                            .directory(StandaloneProcess.root().toFile())
                            .redirectErrorStream(true)
                            .start();
            String output = new String(shell.getInputStream().readAllBytes());
            assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
            String[] printed = output.split(Pattern.quote(MARK) + "\n", -1);
            for (int i = 0; i < steps.size(); i++) {
                assertThat(i < printed.length ? printed[i] : "")
                        .as("output of: %s", steps.get(i).commands())
                        .isEqualTo(steps.get(i).output());
            }
            assertThat(shell.exitValue()).isZero();
        }
    }

    private String script(List<Step> steps, String address) {
        var script = new StringBuilder();
        for (Step step : steps) {
            script.append(
                    step.commands()
                            .replace("http://127.0.0.1:8080", address)
                            .replace(".syncopate/", directory.resolve("data") + "/"));
            script.append("echo '").append(MARK).append("'\n");
        }
        return script.toString();
    }

    private static List<Step> steps() throws IOException {
        String readme = Files.readString(StandaloneProcess.root().resolve("README.md"));
        var steps = new ArrayList<Step>();
        var found = STEP.matcher(readme.substring(readme.indexOf("## Walk-through")));
        while (found.find()) {
            steps.add(new Step(found.group(1), found.group(2)));
        }
        return steps;
    }
}
