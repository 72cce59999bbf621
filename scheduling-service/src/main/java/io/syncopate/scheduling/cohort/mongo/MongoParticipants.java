package io.syncopate.scheduling.cohort.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;

import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.scheduling.cohort.Participant;
import io.syncopate.scheduling.cohort.Participants;
import io.syncopate.starter.mongo.IndexSpec;
import io.syncopate.starter.mongo.MongoAggregates;

import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.util.List;

@Repository
class MongoParticipants extends MongoAggregates<Participant> implements Participants {

    private static final String COHORT = "data.cohort";

    MongoParticipants(MongoDatabase db, Clock clock) {
        super(
                db,
                "participants",
                new ParticipantDocuments(),
                clock,
                List.of(IndexSpec.on(COHORT, "createTime", "id")));
    }

    @Override
    protected String nameOf(String id) {
        return nameUnder("cohorts", id);
    }

    @Override
    public Page<Versioned<Participant>> of(TenantId tenant, String cohort, PageRequest page) {
        return findPage(tenant, eq(COHORT, cohort), page);
    }

    @Override
    public List<Participant> everyone(TenantId tenant, String cohort) {
        return findAll(
                        tenant,
                        eq(COHORT, cohort),
                        Sorts.ascending("createTime", "id"),
                        Integer.MAX_VALUE)
                .stream()
                .map(Versioned::value)
                .toList();
    }

    @Override
    public boolean hasAny(TenantId tenant, String cohort) {
        return findFirst(tenant, eq(COHORT, cohort), Sorts.ascending("createTime", "id"))
                .isPresent();
    }
}
