package io.syncopate.asset;

import io.syncopate.proto.asset.v1.Asset;
import io.syncopate.proto.asset.v1.Campaign;
import io.syncopate.proto.asset.v1.ChecklistTick;
import io.syncopate.proto.asset.v1.CreatePipelineRequest;
import io.syncopate.proto.asset.v1.ListAssetsRequest;
import io.syncopate.proto.asset.v1.NewFileVersion;
import io.syncopate.proto.asset.v1.Pipeline;
import io.syncopate.proto.asset.v1.Pipeline.Stage;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.util.List;

/** A service of its own for each test, on each store, and two of the people who call it. */
@OnStore
@SuppressWarnings("NullAway.Init")
abstract class OnAssetServer {

    AssetServer server;
    AssetUser wes;
    AssetUser rae;

    @BeforeEach
    void start(TestStore store) {
        server = new AssetServer(store.database());
        wes = AssetUser.of(server, "wes");
        rae = AssetUser.of(server, "rae");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    final void useShortPipeline() {
        wes.pipelines.createPipeline(
                CreatePipelineRequest.newBuilder()
                        .setPipelineId("short")
                        .setPipeline(
                                Pipeline.newBuilder()
                                        .setDisplayName("Short")
                                        .addStages(work("write"))
                                        .addStages(decision("review", "write"))
                                        .addStages(work("publish")))
                        .build());
    }

    final List<Asset> assetsOf(Campaign campaign) {
        return wes.assets
                .listAssets(ListAssetsRequest.newBuilder().setParent(campaign.getName()).build())
                .getAssetsList();
    }

    static Stage.Builder work(String key) {
        return Stage.newBuilder()
                .setKey(key)
                .setDisplayName(key)
                .setRole("producer")
                .setKind(Stage.Kind.WORK);
    }

    static Stage.Builder decision(String key, String backTo) {
        return work(key).setKind(Stage.Kind.DECISION).setBackTo(backTo);
    }

    static NewFileVersion file(String name) {
        return NewFileVersion.newBuilder()
                .setFileName(name)
                .setUri("https://files.example/" + name)
                .build();
    }

    static ChecklistTick tick(String item, boolean done) {
        return ChecklistTick.newBuilder().setItem(item).setDone(done).build();
    }
}
