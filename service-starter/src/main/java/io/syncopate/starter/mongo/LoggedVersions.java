package io.syncopate.starter.mongo;

import static io.syncopate.starter.mongo.AggregateFields.*;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.TenantId;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What the log remembers of an aggregate whose document is gone. An id that is used again goes on
 * counting where the removed one stopped, so that its versions stay unique in the log.
 */
final class LoggedVersions {

    private final MongoCollection<Document> events;

    LoggedVersions(MongoDatabase db) {
        this.events = db.getCollection(EVENTS);
    }

    /** 0 when the log has nothing of it. */
    long last(TenantId tenant, String aggregate) {
        Document event = lastEvent(tenant, aggregate);
        return event == null ? 0 : AggregateDocument.version(event);
    }

    boolean lastIsOf(Command by, String aggregate) {
        Document event = lastEvent(by.tenant(), aggregate);
        return event != null
                && AggregateDocument.sameRequest(event.get(REQUEST, Document.class), by);
    }

    /**
     * Whether one of its events is of this request, whichever life of the aggregate it was in.
     *
     * @throws io.syncopate.kernel.RequestReusedException when one is of another request with the
     *     same id
     */
    boolean hasOneOf(Command by, String aggregate) {
        if (by.requestId().isEmpty()) {
            return false;
        }
        Document event =
                events.find(
                                Filters.and(
                                        of(by.tenant(), aggregate),
                                        Filters.eq(REQUEST + "." + NAME, by.requestId().get()),
                                        Filters.eq(REQUEST + "." + METHOD, by.method())))
                        .projection(Projections.include(REQUEST))
                        .first();
        return event != null
                && AggregateDocument.sameRequest(event.get(REQUEST, Document.class), by);
    }

    private @Nullable Document lastEvent(TenantId tenant, String aggregate) {
        return events.find(of(tenant, aggregate))
                .projection(Projections.include(VERSION, REQUEST))
                .sort(Sorts.descending(VERSION))
                .first();
    }

    private static Bson of(TenantId tenant, String aggregate) {
        return Filters.and(Filters.eq(TENANT, tenant.value()), Filters.eq(AGGREGATE, aggregate));
    }
}
