package io.syncopate.starter.call;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a pattern of a contract asks for, in words that follow "expected": {@code a name like
 * programs/abc}. Names of resources are understood as they are built; what else the platform's
 * contracts use is in a table, which a test holds against every one of them.
 */
final class PatternWords {

    private static final String OR_NOTHING = ", or nothing";

    /** Without anchors, and without what allows nothing at all. */
    private static final Map<String, String> TABLE =
            Map.ofEntries(
                    Map.entry("(?s)\\s*\\S.*", "text that is not blank"),
                    Map.entry("[!-~]*", "visible ASCII characters without spaces"),
                    Map.entry("[!-~]+", "visible ASCII characters without spaces, at least 1"),
                    Map.entry(
                            "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
                            "a date like 2026-03-29"),
                    Map.entry("([01][0-9]|2[0-3]):[0-5][0-9]", "a time like 09:30"),
                    Map.entry(
                            "[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*", "a time zone like Europe/Berlin"),
                    Map.entry("https?://[!-~]+", "an address like https://example.org/hero.png"),
                    Map.entry("[a-z0-9][a-z0-9-]{0,62}", key(63)),
                    Map.entry("[a-z0-9][a-z0-9-]{0,30}", key(31)),
                    Map.entry(
                            "decisionModels/[a-z0-9][a-z0-9-]{0,62}/versions/[1-9][0-9]{0,8}",
                            "a name like decisionModels/abc/versions/2"),
                    Map.entry(
                            "decisionModels/[a-z0-9][a-z0-9-]{0,62}(/versions/[1-9][0-9]{0,8})?",
                            "a name like decisionModels/abc or decisionModels/abc/versions/2"),
                    Map.entry(
                            "[a-z0-9][a-z0-9-]{0,30}(:(OWN|TEAM|TENANT))?",
                            "a role like designer, or with a reach like designer:TEAM or"
                                    + " designer:OWN"),
                    Map.entry(
                            "[A-Za-z0-9._-]{1,64}",
                            "an id like ann.lee, up to 64 letters, digits, dots, underscores and"
                                    + " dashes"),
                    Map.entry(
                            "[a-z][a-z0-9_ ]{0,31}",
                            "a unit like percent, up to 32 lower-case letters, digits, underscores"
                                    + " and spaces"),
                    Map.entry(
                            "\\*|[a-z][A-Za-z]*(\\.[a-z][A-Za-z]*)*(\\.\\*)?",
                            "a permission like assessment.programs.read, or with * at its end for"
                                    + " all below"));

    private static final Pattern WHOLE = Pattern.compile("(\\(\\?s\\))?\\^(.*)\\$");
    private static final Pattern GROUP = Pattern.compile("\\((.*)\\)(\\?)?");

    /** What the name's own parts may be made of. */
    private static final Pattern PART = Pattern.compile("(\\[[^\\]]+](\\{\\d+(,\\d*)?}|[+*])?)+");

    private static final Pattern NAME = Pattern.compile("[A-Za-z]+(/[A-Za-z.]+)+");

    private PatternWords() {}

    /** Empty for a pattern of somebody else's that nothing is known of. */
    static Optional<String> of(String pattern) {
        Matcher whole = WHOLE.matcher(pattern);
        if (!whole.matches()) {
            return Optional.empty();
        }
        String flags = Optional.ofNullable(whole.group(1)).orElse("");
        String inner = whole.group(2);
        return words(flags + inner, pattern).or(() -> ofGroup(flags, inner, pattern));
    }

    private static Optional<String> ofGroup(String flags, String inner, String pattern) {
        Matcher group = GROUP.matcher(inner);
        if (!group.matches()) {
            return Optional.empty();
        }
        String optional = group.group(2) == null ? "" : OR_NOTHING;
        return words(flags + group.group(1), pattern).map(words -> words + optional);
    }

    private static Optional<String> words(String inner, String pattern) {
        return Optional.ofNullable(TABLE.get(inner)).or(() -> name(inner, pattern));
    }

    /** {@code campaigns/[a-z0-9]+} is a name like {@code campaigns/abc}, where that is one. */
    private static Optional<String> name(String inner, String pattern) {
        String example = PART.matcher(inner).replaceAll("abc").replace("\\.", ".");
        return NAME.matcher(example).matches() && Pattern.matches(pattern, example)
                ? Optional.of("a name like " + example)
                : Optional.empty();
    }

    private static String key(int length) {
        return "an id like spring-2026, up to %d lower-case letters, digits and dashes"
                .formatted(length);
    }
}
