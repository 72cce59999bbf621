package io.syncopate.scheduling.cohort.grpc;

import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;
import io.syncopate.proto.scheduling.v1.Cohort;
import io.syncopate.proto.scheduling.v1.Participant;
import io.syncopate.scheduling.rotation.Zones;
import io.syncopate.scheduling.shared.grpc.Timestamps;
import io.syncopate.scheduling.shared.grpc.WorkingHoursMessages;
import io.syncopate.starter.call.Owners;

/** Between the contract's messages and the core. */
final class CohortMessages {

    private static final String PEOPLE = "people/";

    private CohortMessages() {}

    static Cohort cohort(Versioned<io.syncopate.scheduling.cohort.Cohort> cohort) {
        return Cohort.newBuilder()
                .setName("cohorts/" + cohort.id())
                .setDisplayName(cohort.value().displayName())
                .setDescription(cohort.value().description())
                .setOwner(Owners.name(cohort.ownership()))
                .addAllTeams(Owners.teams(cohort.ownership()))
                .setEtag(cohort.etag())
                .setCreateTime(Timestamps.of(cohort.createTime()))
                .setUpdateTime(Timestamps.of(cohort.updateTime()))
                .build();
    }

    static Participant participant(
            Versioned<io.syncopate.scheduling.cohort.Participant> participant) {
        return Participant.newBuilder()
                .setName("cohorts/" + participant.id().replace("/", "/participants/"))
                .setPerson(PEOPLE + participant.value().person().value())
                .setZone(participant.value().zone().getId())
                .setWorkingHours(WorkingHoursMessages.write(participant.value().hours()))
                .setEtag(participant.etag())
                .setCreateTime(Timestamps.of(participant.createTime()))
                .setUpdateTime(Timestamps.of(participant.updateTime()))
                .build();
    }

    static io.syncopate.scheduling.cohort.Participant participant(
            String cohort, Participant message) {
        return new io.syncopate.scheduling.cohort.Participant(
                cohort,
                new Uid(message.getPerson().substring(PEOPLE.length())),
                Zones.of("participant.zone", message.getZone()),
                WorkingHoursMessages.read(message.getWorkingHours()));
    }
}
