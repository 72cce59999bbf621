package io.syncopate.asset.campaign;

import io.syncopate.asset.production.Priority;

import java.util.List;

/**
 * One asset as the campaign asks for it.
 *
 * @param key unique in the campaign; becomes part of the asset's name
 * @param channel key of one of the campaign's channels
 * @param activity the learning activity that it serves; may be empty
 * @param dependsOn keys of assets that must be approved before work on this one starts
 * @param coupledWith keys of assets that are made hand in hand with this one
 * @param contextNotes what its first owner has to know; may be empty
 */
public record PlannedAsset(
        String key,
        String displayName,
        String channel,
        String activity,
        Priority priority,
        List<String> dependsOn,
        List<String> coupledWith,
        String contextNotes) {

    public PlannedAsset {
        dependsOn = List.copyOf(dependsOn);
        coupledWith = List.copyOf(coupledWith);
    }
}
