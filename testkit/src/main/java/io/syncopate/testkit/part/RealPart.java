package io.syncopate.testkit.part;

import org.junit.jupiter.api.Assumptions;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part that a test needs and a machine need not have. Its tests are skipped where it is missing, or
 * fail where {@code SYNCOPATE_REQUIRE} names it, as in {@code mongod, docker}.
 */
public enum RealPart {
    MONGOD,
    DOCKER,
    BROWSER,
    TOXIPROXY;

    static final String VARIABLE = "SYNCOPATE_REQUIRE";

    /** As {@code SYNCOPATE_REQUIRE} spells it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Answers what was found; else the test is skipped with the reason.
     *
     * @throws IllegalStateException when nothing was found and the part is required
     */
    public <T> T orSkip(Optional<T> found, Map<String, String> environment, String reason) {
        if (found.isEmpty()) {
            acceptAbsence(environment, reason);
            Assumptions.abort(reason);
        }
        return found.orElseThrow();
    }

    /**
     * Returns where tests may be skipped without the part.
     *
     * @throws IllegalStateException when it is required, or {@code SYNCOPATE_REQUIRE} names what is
     *     no part
     */
    public void acceptAbsence(Map<String, String> environment, String reason) {
        if (required(environment).contains(this)) {
            throw new IllegalStateException(
                    "%s names %s, but there is %s".formatted(VARIABLE, label(), reason));
        }
    }

    /** A misspelt name would require nothing, and nobody would notice. */
    static Set<RealPart> required(Map<String, String> environment) {
        var required = EnumSet.noneOf(RealPart.class);
        Arrays.stream(environment.getOrDefault(VARIABLE, "").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(RealPart::named)
                .forEach(required::add);
        return required;
    }

    private static RealPart named(String name) {
        return Arrays.stream(values())
                .filter(part -> part.label().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "%s names '%s': expected some of %s"
                                                .formatted(
                                                        VARIABLE,
                                                        name,
                                                        Arrays.stream(values())
                                                                .map(RealPart::label)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }
}
