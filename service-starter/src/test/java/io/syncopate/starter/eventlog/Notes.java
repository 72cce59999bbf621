package io.syncopate.starter.eventlog;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Versioned;
import io.syncopate.starter.mongo.DocumentMapper;
import io.syncopate.starter.mongo.MongoAggregates;
import io.syncopate.testkit.kernel.Callers;

import org.bson.Document;

import java.time.Clock;
import java.util.List;

/** Aggregates whose value is one text. */
public final class Notes extends MongoAggregates<String> {

    private final Clock clock;

    public Notes(com.mongodb.client.MongoDatabase database, Clock clock) {
        this(database, clock, () -> {});
    }

    /**
     * @param atEachWrite done after a write has read what it goes by, and before it writes
     */
    Notes(com.mongodb.client.MongoDatabase database, Clock clock, Runnable atEachWrite) {
        super(database, "notes", new Mapper(atEachWrite), clock, List.of());
        this.clock = clock;
    }

    public Versioned<String> write(String id) {
        return add(command("write"), id, "0", new Written());
    }

    public Versioned<String> rewrite(Versioned<String> note) {
        return change(command("rewrite"), note, note.value() + "+", new Rewritten());
    }

    void tear(Versioned<String> note) {
        remove(command("tear"), note, new Torn());
    }

    private Command command(String method) {
        return Callers.command(Callers.ann(), method, clock.instant());
    }

    record Written() implements DomainEvent {}

    record Rewritten() implements DomainEvent {}

    record Torn() implements DomainEvent {}

    private static final class Mapper implements DocumentMapper<String> {
        private final Runnable atEachWrite;

        Mapper(Runnable atEachWrite) {
            this.atEachWrite = atEachWrite;
        }

        @Override
        public String kind() {
            return "note";
        }

        @Override
        public int schemaVersion() {
            return 1;
        }

        @Override
        public Document write(String value) {
            atEachWrite.run();
            return new Document("text", value);
        }

        @Override
        public String read(Document fields) {
            return fields.getString("text");
        }
    }
}
