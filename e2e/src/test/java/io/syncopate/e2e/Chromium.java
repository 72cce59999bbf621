package io.syncopate.e2e;

import org.junit.jupiter.api.Assumptions;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The browser that this machine has; the tests bring none. */
final class Chromium {

    private static final String VARIABLE = "SYNCOPATE_TEST_CHROMIUM";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");

    private Chromium() {}

    /** Its path; without one the test is skipped, or fails where a browser is required. */
    static Path require() {
        Optional<Path> found =
                Stream.concat(
                                Stream.ofNullable(System.getenv(VARIABLE)).map(Path::of),
                                path().flatMap(folder -> NAMES.stream().map(folder::resolve)))
                        .filter(Files::isExecutable)
                        .findFirst();
        boolean required =
                Arrays.asList(
                                Optional.ofNullable(System.getenv("SYNCOPATE_REQUIRE"))
                                        .orElse("")
                                        .split(","))
                        .contains("browser");
        String reason = "no browser: install Chromium or name one by " + VARIABLE;
        if (required && found.isEmpty()) {
            throw new AssertionError(reason);
        }
        Assumptions.assumeTrue(found.isPresent(), reason);
        return found.orElseThrow();
    }

    private static Stream<Path> path() {
        return Optional.ofNullable(System.getenv("PATH")).stream()
                .flatMap(path -> Arrays.stream(path.split(Pattern.quote(File.pathSeparator))))
                .map(Path::of);
    }
}
