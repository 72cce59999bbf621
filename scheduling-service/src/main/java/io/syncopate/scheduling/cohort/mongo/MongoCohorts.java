package io.syncopate.scheduling.cohort.mongo;

import com.mongodb.client.MongoDatabase;

import io.syncopate.scheduling.cohort.Cohort;
import io.syncopate.scheduling.cohort.Cohorts;
import io.syncopate.starter.mongo.IndexSpec;
import io.syncopate.starter.mongo.MongoAggregates;

import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.util.List;

@Repository
class MongoCohorts extends MongoAggregates<Cohort> implements Cohorts {

    MongoCohorts(MongoDatabase db, Clock clock) {
        super(db, "cohorts", new CohortDocuments(), clock, List.of(IndexSpec.OF_OWNERS));
    }
}
