package io.syncopate.starter.eventlog;

import org.bson.Document;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The steps that a relay takes in the database; it may die before and after each. */
interface RelayStore {

    /** Takes or renews the lease of a partition; false when another relay holds it. */
    boolean hold(int partition);

    /** Gives all leases back, so that another relay need not wait for them to expire. */
    void release();

    /** Aggregates of these partitions with events to relay, those that wait longest first. */
    List<Pending> pending(Set<Integer> partitions, int limit);

    /** 0 in an empty partition. */
    long lastPosition(int partition);

    /** What the log has of the event's aggregate and version. */
    Optional<Document> logged(Document event);

    /**
     * Gives an aggregate, and the events in its outbox, the versions behind the last one in the log.
     * An id that is used again counts on from what the log says of its former life; one that was
     * asked just before the end of that life was in the log begins with a version that is taken.
     * Leaves what has changed since it was read.
     */
    void countOn(Pending pending);

    /**
     * Adds the events in this order, up to the first that is there already.
     *
     * @throws AlreadyLoggedException when one of them, or one at its position, is there already
     */
    void append(List<Document> events);

    /** Empties the outbox of what was appended, leaving version and times; a tombstone goes. */
    void settle(Pending relayed);

    /** An event or a position is taken: by an earlier run that died, or by a rival. */
    final class AlreadyLoggedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        AlreadyLoggedException(Throwable cause) {
            super(cause);
        }
    }
}
