package io.syncopate.assessment.model;

import java.util.List;
import java.util.Optional;

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
        String reason) {

    public ActivityKind {
        words = List.copyOf(words);
    }
}
