package io.syncopate.starter.call;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a rule asks for, as it follows the word "expected": {@code 1 to 5} in place of {@code must be greater than or equal
 * to 1 and less than or equal to 5}. What a contract says in its own words is left as it stands.
 */
final class Expectation {

    private record Wording(Pattern rule, String told) {
        Wording(String rule, String told) {
            this(Pattern.compile(rule, Pattern.DOTALL), told);
        }
    }

    private static final Pattern BY_PATTERN =
            Pattern.compile("(?:does not|must) match regex pattern `(.*)`", Pattern.DOTALL);

    private static final List<Wording> WORDINGS =
            List.of(
                    new Wording("value is required", "a value"),
                    new Wording("value is empty, which is not (.*)", "$1"),
                    new Wording("value must be (one of .*)", "$1"),
                    new Wording("does not have prefix (.*)", "text that begins with $1"),
                    new Wording("does not have suffix (.*)", "text that ends with $1"),
                    new Wording("does not contain(?: substring)? (.*)", "text that contains $1"),
                    new Wording("repeated value must contain unique items", "each item once"),
                    new Wording("must contain at least 1 item\\(s\\)", "at least 1 item"),
                    new Wording("must contain at least (\\d+) item\\(s\\)", "at least $1 items"),
                    new Wording("must contain no more than 1 item\\(s\\)", "1 item at most"),
                    new Wording("must contain no more than (\\d+) item\\(s\\)", "$1 items at most"),
                    new Wording("map must be at least 1 entries", "at least 1 entry"),
                    new Wording("map must be at most 1 entries", "1 entry at most"),
                    new Wording("map must be (at least \\d+ entries)", "$1"),
                    new Wording("map must be at most (\\d+ entries)", "$1 at most"),
                    new Wording("must be (at least 1 (?:character|byte))s", "$1"),
                    new Wording("must be at most (1 (?:character|byte))s", "$1 at most"),
                    new Wording("must be at most (\\d+ (?:character|byte)s)", "$1 at most"),
                    new Wording(
                            "must be greater than or equal to (\\S+) and less than or equal to"
                                    + " (\\S+)",
                            "$1 to $2"),
                    new Wording("must be greater than or equal to (\\S+)", "$1 or more"),
                    new Wording("must be less than or equal to (\\S+)", "$1 or less"),
                    new Wording("must be in list \\[(.*)]", "one of $1"),
                    new Wording("must equal (.*)", "$1"),
                    new Wording("must be (.*)", "$1"));

    private Expectation() {}

    static String of(build.buf.validate.Violation violation) {
        String message = violation.getMessage();
        if (message.isEmpty()) {
            return "what the rule " + violation.getRuleId() + " asks for";
        }
        var byPattern = BY_PATTERN.matcher(message);
        if (byPattern.matches()) {
            String pattern = byPattern.group(1);
            return PatternWords.of(pattern).orElse("text that matches `" + pattern + "`");
        }
        for (Wording wording : WORDINGS) {
            var found = wording.rule().matcher(message);
            if (found.matches()) {
                return found.replaceFirst(wording.told());
            }
        }
        return message;
    }
}
