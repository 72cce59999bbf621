package io.syncopate.asset.production.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import static io.syncopate.starter.mongo.AggregateFields.AT;
import static io.syncopate.starter.mongo.AggregateFields.FINGERPRINT;
import static io.syncopate.starter.mongo.AggregateFields.ID;
import static io.syncopate.starter.mongo.AggregateFields.LANE;
import static io.syncopate.starter.mongo.AggregateFields.TENANT;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;

import io.syncopate.asset.production.AssetId;
import io.syncopate.asset.production.ClaimTickets;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.RequestReusedException;
import io.syncopate.kernel.TenantId;
import io.syncopate.starter.mongo.AllTenants;
import io.syncopate.starter.mongo.Lanes;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** {@link ClaimTickets} in the collection {@code claimTickets}, one document for each claim. */
@Repository
class MongoClaimTickets implements ClaimTickets {

    private static final String ASSET = "asset";

    private final MongoCollection<Document> collection;

    MongoClaimTickets(MongoDatabase database) {
        this.collection = database.getCollection("claimTickets");
        // For the sweep, which is the only one that asks over all tenants.
        collection.createIndex(ascending(AT));
    }

    @Override
    public Issue issue(Command by, String claim) {
        Document ticket =
                new Document(ID, key(by.tenant(), claim))
                        .append(TENANT, by.tenant().value())
                        .append(LANE, Lanes.of(claim))
                        .append(FINGERPRINT, by.fingerprint())
                        .append(AT, Date.from(by.at()));
        try {
            collection.insertOne(ticket);
            return new Issue.Fresh();
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        Document known = collection.find(identity(by.tenant(), claim)).first();
        if (known == null) {
            // Dropped at this very moment: whoever asks again gets it.
            return new Issue.Known(Optional.empty(), by.at());
        }
        if (!by.fingerprint().equals(known.getString(FINGERPRINT))) {
            throw new RequestReusedException(by.requestId().orElse(claim));
        }
        return new Issue.Known(asset(known), known.getDate(AT).toInstant());
    }

    @Override
    public boolean takeOver(Command by, String claim, Instant left) {
        Bson unchanged = and(identity(by.tenant(), claim), eq(AT, Date.from(left)));
        return collection.updateOne(unchanged, set(AT, Date.from(by.at()))).getMatchedCount() == 1;
    }

    @Override
    public void point(Command by, String claim, AssetId asset) {
        collection.updateOne(
                identity(by.tenant(), claim),
                combine(
                        set(ASSET, asset.value()),
                        setOnInsert(FINGERPRINT, by.fingerprint()),
                        setOnInsert(AT, Date.from(by.at()))),
                new UpdateOptions().upsert(true));
    }

    @Override
    public void drop(TenantId tenant, String claim) {
        collection.deleteOne(identity(tenant, claim));
    }

    @Override
    public Optional<AssetId> find(TenantId tenant, String claim) {
        return Optional.ofNullable(collection.find(identity(tenant, claim)).first())
                .flatMap(MongoClaimTickets::asset);
    }

    @Override
    public List<Ticket> olderThan(Instant before, int limit) {
        return collection
                .find(lt(AT, Date.from(before)))
                .comment(AllTenants.COMMENT)
                .sort(ascending(AT))
                .limit(limit)
                .map(MongoClaimTickets::ticket)
                .into(new ArrayList<>());
    }

    @Override
    public boolean forget(Ticket ticket) {
        return collection.deleteOne(unchanged(ticket)).getDeletedCount() == 1;
    }

    @Override
    public void keep(Ticket ticket, Instant at) {
        collection.updateOne(unchanged(ticket), set(AT, Date.from(at)));
    }

    private static Bson unchanged(Ticket ticket) {
        return and(identity(ticket.tenant(), ticket.claim()), eq(AT, Date.from(ticket.since())));
    }

    private static Ticket ticket(Document found) {
        String tenant = found.getString(TENANT);
        return new Ticket(
                new TenantId(tenant),
                found.getString(ID).substring(key(new TenantId(tenant), "").length()),
                asset(found),
                found.getDate(AT).toInstant());
    }

    private static Optional<AssetId> asset(Document ticket) {
        return Optional.ofNullable(ticket.getString(ASSET)).map(AssetId::parse);
    }

    private static Bson identity(TenantId tenant, String claim) {
        return and(
                eq(ID, key(tenant, claim)), eq(TENANT, tenant.value()), eq(LANE, Lanes.of(claim)));
    }

    private static String key(TenantId tenant, String claim) {
        return tenant.value() + "/" + claim;
    }
}
