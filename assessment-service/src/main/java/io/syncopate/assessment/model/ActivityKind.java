package io.syncopate.assessment.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A kind of activity, told by the words in which people write of it.
 *
 * @param words in lower case; a plural {@code s} is understood
 * @param minutes what one run takes when nobody says
 * @param portion how long one run may be for people to stay with it; empty when that is open
 * @param reason why it needs what it needs
 */
public record ActivityKind(
        String id,
        List<String> words,
        ActivityNeed need,
        int minutes,
        Optional<Portion> portion,
        String reason,
        Pattern pattern) {

    public ActivityKind(
            String id,
            List<String> words,
            ActivityNeed need,
            int minutes,
            Optional<Portion> portion,
            String reason) {
        this(id, words, need, minutes, portion, reason, pattern(words));
    }

    /** Where in a text it is first named, or the largest number when it is not. */
    int firstIn(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.start() : Integer.MAX_VALUE;
    }

    private static Pattern pattern(List<String> words) {
        return Pattern.compile(
                words.stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "\\b(?:", ")s?\\b")),
                Pattern.CASE_INSENSITIVE);
    }
}
