package io.syncopate.asset.production;

import static io.syncopate.asset.campaign.PlanFixture.asset;
import static io.syncopate.asset.campaign.PlanFixture.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.asset.Production;
import io.syncopate.asset.campaign.PlannedAsset;
import io.syncopate.asset.pipeline.PipelineFixture;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

class ClaimConcurrencyTest {

    @Test
    void noItemIsTakenTwiceAndNoneIsLost() throws Exception {
        var production = new Production();
        production.pipeline("three", PipelineFixture.three());
        int items = 100;
        production.campaign(
                plan(
                        "three",
                        IntStream.range(0, items)
                                .mapToObj(i -> asset("a" + i))
                                .toArray(PlannedAsset[]::new)));

        List<Callable<List<AssetId>>> people = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String uid = "person-" + i;
            people.add(() -> takeAll(production, uid));
        }
        List<AssetId> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(people.size())) {
            for (Future<List<AssetId>> each : threads.invokeAll(people)) {
                taken.addAll(each.get());
            }
        }
        assertThat(taken).hasSize(items).doesNotHaveDuplicates();
    }

    private static List<AssetId> takeAll(Production production, String uid) {
        List<AssetId> taken = new ArrayList<>();
        while (true) {
            try {
                taken.add(production.claim(uid, "three.write").asset());
            } catch (ProductionException.QueueContended _) {
                Thread.onSpinWait();
            } catch (ProductionException.QueueEmpty _) {
                return taken;
            }
        }
    }
}
