package io.syncopate.asset;

import static io.syncopate.asset.AssetUser.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.syncopate.proto.asset.v1.Claim;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

@OnStore
class ClaimConcurrencyIT {

    private static final int ITEMS = 60;
    private static final int PEOPLE = 12;

    @Test
    void noItemIsTakenTwiceAndNoneIsLost(TestStore store) throws Exception {
        try (var server = new AssetServer(store.database())) {
            AssetUser.of(server, "owner")
                    .create(
                            campaign(
                                    IntStream.range(0, ITEMS)
                                            .mapToObj(i -> "a" + i)
                                            .toArray(String[]::new)));
            List<Callable<List<String>>> people = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                AssetUser person = AssetUser.of(server, "person-" + i);
                people.add(() -> takeAndPushAll(person));
            }
            List<String> taken = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(PEOPLE)) {
                for (Future<List<String>> each : threads.invokeAll(people)) {
                    taken.addAll(each.get());
                }
            }
            assertThat(taken).hasSize(ITEMS).doesNotHaveDuplicates();
        }
    }

    private static List<String> takeAndPushAll(AssetUser person) {
        List<String> taken = new ArrayList<>();
        while (true) {
            try {
                Claim claim = person.claim("standard.brief");
                taken.add(claim.getAsset());
                person.push(claim);
            } catch (StatusRuntimeException e) {
                if (e.getStatus().getCode() == Status.Code.FAILED_PRECONDITION) {
                    return taken;
                }
                assertThat(e.getStatus().getCode())
                        .as("%s", e.getMessage())
                        .isEqualTo(Status.Code.ABORTED);
            }
        }
    }
}
