package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.QueueName;
import io.syncopate.asset.pipeline.Stage;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where an asset is, and its turn there. It keeps its place while somebody holds it, so that a
 * claim given back or lost does not send the item to the end of the queue.
 *
 * @param rank priority first, then the urgency of its channel where the queue orders by it
 * @param since when it came to the queue
 * @param ordinal decides between items that came together
 * @param staleAt from when on what it rests on may have changed
 * @param decisionDue when the review window ends; empty in a stage of work
 */
public record Place(
        QueueName queue,
        int rank,
        Instant since,
        int ordinal,
        Instant staleAt,
        Optional<Instant> decisionDue) {

    /** The order in which items are taken; the asset's id decides the last ties. */
    public static final Comparator<Place> TURN =
            Comparator.comparingInt(Place::rank)
                    .thenComparing(Place::since)
                    .thenComparingInt(Place::ordinal);

    public static final int MAX_URGENCY = 100;

    static Place in(Stage stage, Deliverable deliverable, Instant at) {
        return new Place(
                new QueueName(deliverable.pipeline(), stage.key()),
                rankIn(stage, deliverable),
                at,
                deliverable.ordinal(),
                at.plus(stage.staleAfter()),
                stage.reviewWindow().map(at::plus));
    }

    private static int rankIn(Stage stage, Deliverable deliverable) {
        int behind =
                switch (stage.order()) {
                    case FIRST_IN_FIRST_OUT -> 0;
                    case CHANNEL_URGENCY -> MAX_URGENCY - deliverable.urgency();
                };
        return deliverable.priority().ordinal() * (MAX_URGENCY + 1) + behind;
    }

    public String stage() {
        return queue.stage();
    }
}
