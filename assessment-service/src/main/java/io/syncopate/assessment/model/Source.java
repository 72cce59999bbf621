package io.syncopate.assessment.model;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a part of the model comes from.
 *
 * @param rules ids of the rules that it carries out, such as {@code L-013}; empty where it comes from
 *     elsewhere than the guide
 * @param passage what is said there
 */
public record Source(List<String> rules, String passage) {

    private static final Pattern WITH_RULES =
            Pattern.compile("([A-Z]-\\d{1,4}(?:, [A-Z]-\\d{1,4})*): (.*)", Pattern.DOTALL);

    public Source {
        rules = List.copyOf(rules);
        if (passage.isBlank()) {
            throw new IllegalArgumentException("a source names its passage");
        }
    }

    /** As {@link #text} writes it. */
    public static Source parse(String text) {
        Matcher matcher = WITH_RULES.matcher(text);
        return matcher.matches() && !matcher.group(2).isBlank()
                ? new Source(Arrays.asList(matcher.group(1).split(", ")), matcher.group(2))
                : new Source(List.of(), text);
    }

    /** Rules first, so that a reader finds them in the list of rules. */
    public String text() {
        return rules.isEmpty() ? passage : "%s: %s".formatted(String.join(", ", rules), passage);
    }
}
