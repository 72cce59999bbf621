package io.syncopate.starter.eventlog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import static io.syncopate.starter.mongo.AggregateFields.*;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;

import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.starter.mongo.PageTokens;
import io.syncopate.starter.mongo.Part;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.util.List;

/** What happened to one aggregate, out of the log. */
final class History {

    private final MongoCollection<Document> events;
    private final PageTokens tokens;

    History(MongoDatabase database) {
        this.events = EventLogCollection.of(database).withReadConcern(ReadConcern.MAJORITY);
        this.tokens = new PageTokens(database);
    }

    /**
     * The newest first; none for an aggregate that the tenant never had. Each event is reached by
     * whose the aggregate was when it happened: an id that is used again after a removal does not
     * show its new owner what was the old one's.
     */
    Page<Document> of(Reach reach, String aggregate, PageRequest page) {
        String tenant = reach.tenant().value();
        List<String> list = List.of(tenant, "history", aggregate, "-" + VERSION);
        Bson wanted = and(eq(TENANT, tenant), eq(AGGREGATE, aggregate));
        if (reach.keys().isPresent()) {
            wanted = and(wanted, in(OWNERS, reach.keys().get()));
        }
        if (!page.token().isEmpty()) {
            long before = Long.parseLong(tokens.placeIn(page.token(), list));
            wanted = and(wanted, lt(VERSION, before));
        }
        Bson behind = wanted;
        return Part.of(events, all -> all.find(behind).sort(Sorts.descending(VERSION)), page.size())
                .page(last -> tokens.sign(String.valueOf(last.get(VERSION)), list));
    }
}
