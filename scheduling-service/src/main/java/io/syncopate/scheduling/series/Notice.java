package io.syncopate.scheduling.series;

import java.util.Optional;

/**
 * Something to know before a series is published.
 *
 * @param item key of the item it is about; empty when it is about the whole series
 * @param group key of the group it is about; empty when it is about all
 */
public record Notice(Kind kind, String text, Optional<String> item, Optional<String> group) {

    public enum Kind {
        NO_FAIR_SLOT,
        LOCAL_TIME_MOVES
    }
}
