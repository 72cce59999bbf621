package io.syncopate.asset.production;

import java.util.HashSet;
import java.util.Set;

/**
 * What is to be produced; fixed when the campaign fans out.
 *
 * @param pipeline id of the pipeline that it goes through
 * @param urgency of its channel, 0 to 100; counts where a queue orders by it
 * @param activity the learning activity that it serves; empty when it serves none
 * @param ordinal place in its campaign; decides between items that began to wait together
 * @param dependsOn keys of assets of the campaign that must be approved before work on this one
 *     starts
 * @param coupledWith keys of assets that are made hand in hand with this one: neither waits for the
 *     other
 */
public record Deliverable(
        AssetId id,
        String pipeline,
        String displayName,
        String channel,
        int urgency,
        String activity,
        Priority priority,
        int ordinal,
        Set<String> dependsOn,
        Set<String> coupledWith) {

    /** All of a campaign's are read at an approval; more belong into a campaign of their own. */
    public static final int MAX_IN_CAMPAIGN = 500;

    public Deliverable {
        dependsOn = Set.copyOf(dependsOn);
        coupledWith = Set.copyOf(coupledWith);
    }

    /** Keys of the assets that hold this one up until they are approved. */
    public Set<String> waitsFor() {
        var waitsFor = new HashSet<>(dependsOn);
        waitsFor.removeAll(coupledWith);
        return Set.copyOf(waitsFor);
    }
}
