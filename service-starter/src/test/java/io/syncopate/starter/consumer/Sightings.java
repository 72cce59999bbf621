package io.syncopate.starter.consumer;

import com.mongodb.client.MongoDatabase;

import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Versioned;
import io.syncopate.starter.mongo.DocumentMapper;
import io.syncopate.starter.mongo.MongoAggregates;

import org.bson.Document;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a consumer has seen of each aggregate: the versions, in the order in which they came. */
final class Sightings extends MongoAggregates<List<Long>> {

    Sightings(MongoDatabase database, Clock clock) {
        super(database, "sightings", new Mapper(), clock, List.of());
    }

    void add(Delivery delivery) {
        String id = delivery.event().getSubject().replace('/', '-');
        List<Long> versions = new ArrayList<>();
        Optional<Versioned<List<Long>>> before = find(delivery.command().tenant(), id);
        before.ifPresent(seen -> versions.addAll(seen.value()));
        versions.add(delivery.event().getAggregateVersion());
        before.ifPresentOrElse(
                seen -> change(delivery.command(), seen, versions, new Seen()),
                () -> add(delivery.command(), id, versions, new Seen()));
    }

    record Seen() implements DomainEvent {}

    private static final class Mapper implements DocumentMapper<List<Long>> {
        @Override
        public String kind() {
            return "sighting";
        }

        @Override
        public int schemaVersion() {
            return 1;
        }

        @Override
        public Document write(List<Long> versions) {
            return new Document("versions", versions);
        }

        @Override
        public List<Long> read(Document fields) {
            return fields.getList("versions", Long.class);
        }
    }
}
