package io.syncopate.starter.consumer;

import io.syncopate.proto.api.v1.Event;

/**
 * Follows the event log of one service. As a bean it is run by itself: it gets every event of every
 * tenant at least once, those of an aggregate in their order, one at a time in each partition.
 *
 * <p>An event may come again when this service dies between handling it and remembering that. What
 * is written by {@link Delivery#command} is written once all the same.
 */
public interface EventConsumer {

    /** What its cursors are kept under: fixed for good, or it starts again from the beginning. */
    String name();

    /** The service whose log it follows, as in {@code syncopate.backends}; or this one. */
    String source();

    /** False passes the event over. */
    default boolean wants(Event event) {
        return true;
    }

    /**
     * Should end within the consumers' lease life, of 30 seconds by default: after that another
     * replica may begin with the same event.
     *
     * @throws RuntimeException makes the event come again, later each time
     */
    void handle(Delivery delivery);

    default OnPoison onPoison() {
        return OnPoison.SKIP;
    }

    /**
     * What becomes of an event whose handling failed as often as the settings allow. Not counted is
     * what passes by itself, such as a service or the store being away.
     */
    enum OnPoison {
        /** It is kept as a dead letter, and the next one is handled. */
        SKIP,
        /** It is tried again for ever; its partition waits behind it. */
        HALT
    }
}
