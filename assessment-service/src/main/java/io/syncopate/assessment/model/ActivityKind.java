package io.syncopate.assessment.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A kind of activity, told by the words in which people write of it.
 *
 * @param words in lower case; a plural {@code s} is understood
 * @param minutes what one run takes when nobody says
 * @param portion how long one run may be for people to stay with it; empty when that is open
 * @param group most people in one live group; 0 where nothing bounds it, empty when that is open
 * @param looksBack whether it comes after what is live, as a reflection does
 * @param reason why it needs what it needs
 */
public record ActivityKind(
        String id,
        List<String> words,
        ActivityNeed need,
        int minutes,
        Optional<Portion> portion,
        OptionalInt group,
        boolean looksBack,
        String reason) {

    public ActivityKind {
        words = List.copyOf(words);
    }
}
