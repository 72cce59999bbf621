package io.syncopate.assessment.calibration;

import io.syncopate.assessment.model.ModelText;

import java.util.List;

/**
 * Other weights, and why. Nobody applies it but a person.
 *
 * @param text the model as it would be
 * @param changes in the order of the model
 * @param scale points of a lead that multiply the odds of being right by e
 */
public record Proposal(
        ModelText text, List<Change> changes, int reached, int missed, int scale, HeldOut heldOut) {

    public Proposal {
        changes = List.copyOf(changes);
    }

    public boolean unchanged() {
        return changes.stream().allMatch(each -> each.pointsBefore().equals(each.pointsAfter()));
    }
}
