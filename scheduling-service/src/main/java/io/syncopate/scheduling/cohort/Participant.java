package io.syncopate.scheduling.cohort;

import io.syncopate.kernel.Ids;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;
import io.syncopate.scheduling.rotation.WorkingHours;

import java.time.ZoneId;

/** One person in a cohort. */
public record Participant(String cohort, Uid person, ZoneId zone, WorkingHours hours) {

    /** The same for the same person, so that nobody is in a cohort twice. */
    public String idIn(TenantId tenant) {
        return Ids.derived(tenant, "cohorts/" + cohort + "/participants", person.value());
    }

    /** Under which it is kept: ids of participants are their cohort's. */
    public static String key(String cohort, String participant) {
        return cohort + "/" + participant;
    }
}
