package io.syncopate.gateway.audit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;

import io.syncopate.gateway.audit.AuditEntries;
import io.syncopate.gateway.audit.AuditEntry;
import io.syncopate.gateway.audit.AuditFilter;
import io.syncopate.gateway.audit.AuditFilter.Subject;
import io.syncopate.gateway.audit.RecordedEvent;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.starter.mongo.AllTenants;
import io.syncopate.starter.mongo.PageTokens;
import io.syncopate.starter.mongo.Part;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * One document for each entry, under tenant and id: what comes again meets itself. No aggregates: an
 * entry never changes, and one with an event of its own would be audited in turn.
 */
@Repository
class MongoAuditEntries implements AuditEntries {

    private static final String ID = "_id";
    private static final String TENANT = "tenant";
    private static final String NAME = "id";
    private static final String TIME = "time";
    private static final String POSITION = "position";
    private static final String TYPE = "type";
    private static final String SUBJECT = "subject";
    private static final String ACTOR = "actor";
    private static final String EVENT = "event";

    /** Behind every character that a name has. */
    private static final String LAST = "\uffff";

    private static final Bson NEWEST_FIRST = Sorts.descending(TIME, POSITION, NAME);

    private final MongoCollection<Document> entries;
    private final PageTokens tokens;

    MongoAuditEntries(MongoDatabase db) {
        this.entries = db.getCollection("audit");
        this.tokens = new PageTokens(db);
        entries.createIndexes(
                List.of(
                        ofTenant("newest"),
                        ofTenant("by-actor", ACTOR),
                        ofTenant("by-subject", SUBJECT),
                        ofTenant("by-type", TYPE),
                        new IndexModel(
                                Indexes.ascending(TIME), new IndexOptions().name("to-forget"))));
    }

    private static IndexModel ofTenant(String name, String... fields) {
        return new IndexModel(
                Indexes.compoundIndex(
                        Indexes.ascending(TENANT), Indexes.ascending(fields), NEWEST_FIRST),
                new IndexOptions().name(name));
    }

    @Override
    public void add(AuditEntry entry) {
        try {
            entries.insertOne(
                    new Document(ID, entry.tenant() + "/" + entry.id())
                            .append(TENANT, entry.tenant().value())
                            .append(NAME, entry.id())
                            .append(TIME, Date.from(entry.time()))
                            .append(POSITION, entry.position())
                            .append(TYPE, entry.type())
                            .append(SUBJECT, entry.subject())
                            .append(ACTOR, entry.actor())
                            .append(EVENT, new Binary(entry.event().bytes())));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    @Override
    public Page<AuditEntry> list(TenantId tenant, AuditFilter filter, PageRequest page) {
        List<String> list = List.of(tenant.value(), "audit", filter.toString());
        Bson wanted = filter(tenant, filter);
        if (!page.token().isEmpty()) {
            wanted = and(wanted, after(tokens.placeIn(page.token(), list)));
        }
        Bson behind = wanted;
        return Part.of(entries, all -> all.find(behind).sort(NEWEST_FIRST), page.size())
                .map(MongoAuditEntries::entry)
                .page(last -> tokens.sign(place(last), list));
    }

    @Override
    public int forget(Instant before, int most) {
        List<String> ids =
                entries.find(lt(TIME, Date.from(before)))
                        .comment(AllTenants.COMMENT)
                        .projection(Projections.include(ID))
                        .sort(Sorts.ascending(TIME))
                        .limit(most)
                        .map(found -> found.getString(ID))
                        .into(new ArrayList<>());
        if (!ids.isEmpty()) {
            entries.deleteMany(in(ID, ids));
        }
        return ids.size();
    }

    private static Bson filter(TenantId tenant, AuditFilter filter) {
        var all = new ArrayList<Bson>();
        all.add(eq(TENANT, tenant.value()));
        filter.actor().ifPresent(actor -> all.add(eq(ACTOR, actor)));
        filter.type().ifPresent(type -> all.add(eq(TYPE, type)));
        filter.from().ifPresent(from -> all.add(gte(TIME, Date.from(from))));
        filter.until().ifPresent(until -> all.add(lt(TIME, Date.from(until))));
        filter.subject()
                .ifPresent(
                        subject -> {
                            switch (subject) {
                                case Subject.Named(String name) -> all.add(eq(SUBJECT, name));
                                case Subject.Beginning(String prefix) -> {
                                    all.add(gte(SUBJECT, prefix));
                                    all.add(lt(SUBJECT, prefix + LAST));
                                }
                            }
                        });
        return and(all);
    }

    private static String place(AuditEntry entry) {
        return "%d:%d:%s".formatted(entry.time().toEpochMilli(), entry.position(), entry.id());
    }

    /** What stands behind that place, the newest first. */
    private static Bson after(String place) {
        String[] parts = place.split(":", 3);
        Date time = new Date(Long.parseLong(parts[0]));
        long position = Long.parseLong(parts[1]);
        return or(
                lt(TIME, time),
                and(eq(TIME, time), lt(POSITION, position)),
                and(eq(TIME, time), eq(POSITION, position), lt(NAME, parts[2])));
    }

    private static AuditEntry entry(Document found) {
        return new AuditEntry(
                new TenantId(found.getString(TENANT)),
                found.getString(NAME),
                found.getDate(TIME).toInstant(),
                found.get(POSITION, Number.class).longValue(),
                found.getString(TYPE),
                found.getString(SUBJECT),
                found.getString(ACTOR),
                new RecordedEvent(found.get(EVENT, Binary.class).getData()));
    }
}
