package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.asset.pipeline.Stage;

import java.time.Instant;

/** Somebody works on it. */
public record InProgress(Deliverable deliverable, Passport passport, Place place, ClaimLog claims)
        implements Claimed {

    /**
     * Hands the work on to the next stage, or ends its way after the last.
     *
     * @throws ProductionException.UnknownChecklistItem when the stage does not have an item named
     * @throws ProductionException.ChecklistOpen when the definition of done does not hold
     * @throws ProductionException.HandoffNotConfirmed when the stage hands on synchronously, and
     *     not all marks are set
     */
    public Transition push(Handover handover, Pipeline pipeline, Instant at) {
        Stage stage = pipeline.stage(place.stage());
        DefinitionOfDone.check(id(), stage, handover.checklist());
        DefinitionOfDone.check(id(), stage, handover.meeting());
        Passport filed =
                handover.file()
                        .map(file -> passport.with(id(), version(file, stage, at)))
                        .orElse(passport);
        return new Departure(this, stage, pipeline, at).pushed(filed, handover.contextNotes());
    }

    private FileVersion version(Handover.NewFile file, Stage stage, Instant at) {
        return new FileVersion(
                passport.version() + 1, file.name(), file.uri(), stage.key(), claim().holder(), at);
    }

    @Override
    public InProgress with(ClaimLog renewed) {
        return new InProgress(deliverable, passport, place, renewed);
    }
}
