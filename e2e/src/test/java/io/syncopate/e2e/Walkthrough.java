package io.syncopate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.syncopate.testkit.part.Program;

import org.assertj.core.api.SoftAssertions;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A walk-through of a README: blocks of shell commands that have to succeed; where a block of text
 * follows, they have to print just that.
 */
record Walkthrough(List<Step> steps) {

    private static final Pattern STEP =
            Pattern.compile("```sh\\n(.*?)```(?:\\s+```text\\n(.*?)```)?", Pattern.DOTALL);
    private static final Pattern MODIFIER = Pattern.compile("\\$\\w+:[a-z]");
    private static final List<String> TOOLS = List.of("bash", "curl", "jq");
    private static final String MARK = "--- end of step ---";

    record Step(String commands, Optional<String> output) {}

    /** The steps below a heading of a file of the repository. */
    static Walkthrough read(String file, String heading) throws IOException {
        String text = Files.readString(ExecutableJar.root().resolve(file));
        assertThat(text).contains(heading);
        var steps = new ArrayList<Step>();
        var found = STEP.matcher(text.substring(text.indexOf(heading)));
        while (found.find()) {
            steps.add(new Step(found.group(1), Optional.ofNullable(found.group(2))));
        }
        assertThat(steps).hasSizeGreaterThan(2);
        assertThat(steps)
                .as("zsh takes $name:word for a modifier of $name: write ${name}:word")
                .noneMatch(step -> MODIFIER.matcher(step.commands()).find());
        return new Walkthrough(steps);
    }

    /** Goes through it in a shell, line by line, against the platform that is started there. */
    void check(URI address, Path dataDirectory) throws IOException, InterruptedException {
        for (String tool : TOOLS) {
            assumeTrue(
                    Program.onPath(System.getenv(), List.of(tool)).isPresent(),
                    "no " + tool + " on the path: the walk-through needs it");
        }
        var shell =
                new ProcessBuilder("bash", "-euo", "pipefail", "-c", script(address, dataDirectory))
                        .directory(ExecutableJar.root().toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String[] printed = output.split(Pattern.quote(MARK) + "\n", -1);
        SoftAssertions.assertSoftly(
                softly -> {
                    for (int i = 0; i < steps.size(); i++) {
                        String said = i < printed.length ? printed[i] : "";
                        softly.assertThat(said)
                                .as("output of: %s", steps.get(i).commands())
                                .isEqualTo(steps.get(i).output().orElse(said));
                    }
                });
        assertThat(shell.exitValue()).as(output).isZero();
    }

    private String script(URI address, Path dataDirectory) {
        var script = new StringBuilder();
        for (Step step : steps) {
            script.append(
                    step.commands()
                            .replace("http://127.0.0.1:8080", address.toString())
                            .replace(".syncopate/", dataDirectory + "/"));
            script.append("echo '").append(MARK).append("'\n");
        }
        return script.toString();
    }
}
