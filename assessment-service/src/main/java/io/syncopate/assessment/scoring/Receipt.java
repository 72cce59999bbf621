package io.syncopate.assessment.scoring;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.Zone;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.Derived;

import java.time.zone.ZoneRulesProvider;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is needed to get the same answer again.
 *
 * @param inputHash hex SHA-256 of the brief's canonical text
 * @param seed of everything random; 0 where nothing is
 * @param offsetSeconds east of UTC, by zone of the brief
 */
public record Receipt(
        String inputHash,
        String modelHash,
        String tzDatabaseVersion,
        long seed,
        SortedMap<String, Integer> offsetSeconds) {

    public Receipt {
        offsetSeconds = new TreeMap<>(offsetSeconds);
    }

    static Receipt of(Brief brief, DecisionModel model, long seed) {
        var offsets = new TreeMap<String, Integer>();
        for (Zone zone : brief.zones()) {
            offsets.put(
                    zone.id(),
                    zone.rules().getStandardOffset(Derived.OFFSETS_AT).getTotalSeconds());
        }
        return new Receipt(
                brief.hash(),
                model.hash(),
                ZoneRulesProvider.getVersions("UTC").lastKey(),
                seed,
                offsets);
    }
}
