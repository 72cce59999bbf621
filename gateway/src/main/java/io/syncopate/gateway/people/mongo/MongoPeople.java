package io.syncopate.gateway.people.mongo;

import com.mongodb.client.MongoDatabase;

import io.syncopate.gateway.people.People;
import io.syncopate.gateway.people.Person;
import io.syncopate.starter.mongo.MongoAggregates;

import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.util.List;

/** People, one document each. */
@Repository
class MongoPeople extends MongoAggregates<Person> implements People {

    MongoPeople(MongoDatabase db, Clock clock) {
        super(db, "people", new PersonDocuments(), clock, List.of());
    }
}
