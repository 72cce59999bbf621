package io.syncopate.store;

import static com.mongodb.client.model.Filters.eq;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class EmbeddedStoreIT {

    @TempDir Path directory;

    @Test
    void keepsDocumentsAndIndexesWhenItIsClosedAndOpenedAgain() {
        try (var store = EmbeddedStore.open(directory, EmbeddedStore.Options.defaults());
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> items = client.getDatabase("d").getCollection("items");
            items.createIndex(Indexes.ascending("tenant", "n"), new IndexOptions().unique(true));
            items.createIndex(Indexes.ascending("state", "n"));
            for (int i = 0; i < 10; i++) {
                items.insertOne(
                        new Document("_id", "i" + i)
                                .append("tenant", "t")
                                .append("n", i)
                                .append("state", "Q"));
            }
            Document claimed =
                    items.findOneAndUpdate(
                            eq("state", "Q"),
                            Updates.set("state", "C"),
                            new FindOneAndUpdateOptions()
                                    .sort(new Document("n", -1))
                                    .returnDocument(ReturnDocument.AFTER));
            assertThat(claimed).containsEntry("_id", "i9").containsEntry("state", "C");
        }
        try (var store = EmbeddedStore.open(directory, EmbeddedStore.Options.defaults());
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> items = client.getDatabase("d").getCollection("items");
            assertThat(items.countDocuments()).isEqualTo(10);
            assertThat(items.countDocuments(eq("state", "Q"))).isEqualTo(9);
            assertThat(items.listIndexes()).hasSize(3);
        }
    }
}
