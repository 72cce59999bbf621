package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.asset.pipeline.Stage;
import io.syncopate.kernel.InvalidException;

import java.time.Instant;
import java.util.Optional;

/** Somebody decides on it. */
public record InReview(Deliverable deliverable, Passport passport, Place place, ClaimLog claims)
        implements Claimed {

    /**
     * Lets it pass, or sends it back to an earlier stage.
     *
     * @throws ProductionException.UnknownChecklistItem when the stage does not have an item named
     * @throws ProductionException.ChecklistOpen for an approval with an open checklist item
     * @throws ProductionException.HandoffNotConfirmed when the stage hands on synchronously, and
     *     not all marks are set
     * @throws InvalidException when changes are requested without a reason, or of a stage that is
     *     not an earlier one
     */
    public Transition decide(Verdict verdict, Pipeline pipeline, Instant at) {
        Stage stage = pipeline.stage(place.stage());
        var departure = new Departure(this, stage, pipeline, at);
        return switch (verdict) {
            case Verdict.Approve approve -> {
                DefinitionOfDone.check(id(), stage, approve.checklist());
                DefinitionOfDone.check(id(), stage, approve.meeting());
                yield departure.approved(approve.contextNotes());
            }
            case Verdict.RequestChanges changes -> {
                if (changes.reason().isBlank()) {
                    throw InvalidException.missing("context_notes", "what has to change");
                }
                yield departure.sentBack(
                        target(changes.backTo(), stage, pipeline), changes.reason());
            }
        };
    }

    private static Stage target(Optional<String> named, Stage stage, Pipeline pipeline) {
        String key = named.or(stage::backTo).orElseThrow();
        return pipeline.before(stage).stream()
                .filter(earlier -> earlier.key().equals(key))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidException(
                                        "back_to",
                                        key,
                                        "the key of a stage before '%s'".formatted(stage.key())));
    }

    @Override
    public InReview with(ClaimLog renewed) {
        return new InReview(deliverable, passport, place, renewed);
    }
}
