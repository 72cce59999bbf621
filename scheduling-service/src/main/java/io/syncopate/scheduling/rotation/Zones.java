package io.syncopate.scheduling.rotation;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;

/** The time zone database: which zones there are, and which version of it says so. */
public final class Zones {

    private Zones() {}

    /**
     * @param field of the request that names the zone
     * @throws UnknownTimeZoneException for what is not in the database, offsets included: an offset
     *     knows no daylight-saving time
     */
    public static ZoneId of(String field, String id) {
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(id)) {
            throw new UnknownTimeZoneException(field, id);
        }
        return ZoneId.of(id);
    }

    /** Such as {@code 2026a}. */
    public static String databaseVersion() {
        return ZoneRulesProvider.getVersions("UTC").lastKey();
    }
}
