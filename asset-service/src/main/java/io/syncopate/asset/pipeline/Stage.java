package io.syncopate.asset.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One step of a pipeline, with the queue of the same name before it.
 *
 * @param checklist the definition of done: all of it holds before an item leaves the stage
 * @param handoff how the item leaves for the next stage
 * @param lease for how long a claim holds without being renewed
 * @param staleAfter how long an item may wait before what it rests on may have changed
 * @param reviewWindow how long a decision may take; decision stages only
 * @param backTo the earlier stage that gets what does not pass; decision stages only
 */
public record Stage(
        String key,
        String displayName,
        String role,
        Kind kind,
        List<ChecklistItem> checklist,
        Handoff handoff,
        QueueOrder order,
        Duration lease,
        Duration staleAfter,
        Optional<Duration> reviewWindow,
        Optional<String> backTo) {

    public static final Duration DEFAULT_LEASE = Duration.ofMinutes(60);

    /** The guide's three days, in elapsed hours. */
    public static final Duration DEFAULT_STALE_AFTER = Duration.ofHours(72);

    /** The guide's 24 hours, elapsed. */
    public static final Duration DEFAULT_REVIEW_WINDOW = Duration.ofHours(24);

    public Stage {
        checklist = List.copyOf(checklist);
    }

    public boolean isDecision() {
        return kind == Kind.DECISION;
    }

    public Set<String> checklistKeys() {
        return checklist.stream().map(ChecklistItem::key).collect(Collectors.toUnmodifiableSet());
    }

    /** What is done with an item in this stage. */
    public enum Kind {
        /** Something is made; it leaves by a push. */
        WORK,
        /** Something is judged; it leaves by a review. */
        DECISION
    }
}
