package io.syncopate.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class ConsoleFilesTest {

    private static final Pattern DISPLAY_NAME = Pattern.compile("\"displayName\": \"([^\"]+)\"");
    private static final double TEXT = 4.5;
    private static final double CONTROL = 3;

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "ink: ground surface surface-sunk warn-soft bad-soft accent-soft live-soft"
                        + " paced-soft blend-soft heat-0",
                "ink-soft: ground surface surface-sunk warn-soft bad-soft live-soft paced-soft"
                        + " blend-soft",
                "accent: ground surface accent-soft bad-soft",
                "accent-ink: accent",
                "live: live-soft",
                "paced: paced-soft",
                "blend: blend-soft",
                "good: good-soft ground surface",
                "warn: warn-soft",
                "bad: bad-soft surface",
                "heat-ink: heat-1 heat-2 heat-3 heat-4 heat-5"
            })
    void textCanBeReadInBothSchemes(String text, String grounds) {
        schemes()
                .forEach(
                        scheme ->
                                assertThat(grounds.strip().split(" "))
                                        .allSatisfy(
                                                ground ->
                                                        assertThat(scheme.contrast(text, ground))
                                                                .as(
                                                                        "%s: %s on %s",
                                                                        scheme.name(), text, ground)
                                                                .isGreaterThanOrEqualTo(TEXT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"control-line", "focus"})
    void controlsAndFocusCanBeSeenInBothSchemes(String line) {
        schemes()
                .forEach(
                        scheme ->
                                assertThat(Stream.of("ground", "surface", "surface-sunk"))
                                        .allSatisfy(
                                                ground ->
                                                        assertThat(scheme.contrast(line, ground))
                                                                .as(
                                                                        "%s: %s on %s",
                                                                        scheme.name(), line, ground)
                                                                .isGreaterThanOrEqualTo(CONTROL)));
    }

    @Test
    void pageHasNothingInlineAndNothingFromElsewhere() {
        String page = resource("index.html");

        assertThat(page).doesNotContain("<style", "style=", "http:", "https:", "//");
        assertThat(Pattern.compile("\\son\\w+=").matcher(page).find()).isFalse();
        assertThat(Pattern.compile("<script(?![^>]*\\ssrc=\"/)").matcher(page).find()).isFalse();
    }

    @Test
    void stylesheetLoadsNothing() {
        assertThat(resource("console.css")).doesNotContain("url(", "@import");
    }

    @Test
    void bundleEvaluatesNoText() {
        assertThat(resource("assets/app.js")).doesNotContain("eval(", "new Function(");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void bundleHasEveryExample(Path example) throws IOException {
        var displayName = DISPLAY_NAME.matcher(Files.readString(example));

        assertThat(displayName.find()).isTrue();
        assertThat(resource("assets/app.js")).contains(displayName.group(1));
    }

    static Stream<Path> examples() throws IOException {
        try (var learning = Files.list(Path.of("../examples/learning"));
                var production = Files.list(Path.of("../examples/production"))) {
            return Stream.concat(
                    learning, production.filter(file -> file.toString().endsWith("-campaign.json")))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Stream<Scheme> schemes() {
        String css = resource("console.css");
        return Stream.of(Scheme.light(css), Scheme.dark(css));
    }

    private static String resource(String path) {
        try (InputStream stream =
                ConsoleFilesTest.class.getResourceAsStream("/META-INF/resources/" + path)) {
            return new String(
                    Objects.requireNonNull(stream, path + " is not among the files").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
