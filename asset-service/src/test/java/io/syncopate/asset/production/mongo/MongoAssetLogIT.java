package io.syncopate.asset.production.mongo;

import com.mongodb.client.MongoCollection;

import io.syncopate.asset.production.AssetEvent.ClaimRenewed;
import io.syncopate.asset.production.AssetId;
import io.syncopate.asset.production.AssetLog;
import io.syncopate.asset.production.AssetLogContract;
import io.syncopate.kernel.TenantId;
import io.syncopate.starter.mongo.AggregateFields;
import io.syncopate.starter.mongo.Partitions;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;

import java.util.Optional;

/** On events as the relay writes them, over all partitions in turn. */
@OnStore
@SuppressWarnings("NullAway.Init")
class MongoAssetLogIT extends AssetLogContract {

    private MongoCollection<Document> events;
    private AssetLog log;
    private int written;

    @BeforeEach
    void open(TestStore store) {
        events = store.database().getCollection(AggregateFields.EVENTS);
        log = new MongoAssetLog(store.database());
    }

    @Override
    protected AssetLog log() {
        return log;
    }

    @Override
    protected void happens(TenantId tenant, Optional<AssetId> asset) {
        // of the one that nobody needs to know, too
        add(tenant, "campaigns/spring/assets/x", ClaimRenewed.class.getSimpleName());
        add(
                tenant,
                asset.map(id -> "campaigns/%s/assets/%s".formatted(id.campaign(), id.key()))
                        .orElse("pipelines/own"),
                "Changed");
    }

    private void add(TenantId tenant, String aggregate, String type) {
        events.insertOne(
                new Document(AggregateFields.PARTITION, written % Partitions.COUNT)
                        .append(AggregateFields.POSITION, 1L + written / Partitions.COUNT)
                        .append(AggregateFields.TENANT, tenant.value())
                        .append(AggregateFields.AGGREGATE, aggregate)
                        .append(AggregateFields.TYPE, type));
        written++;
    }

    @Override
    protected String beyondTheEnd() {
        return "0-0-1000-0";
    }
}
