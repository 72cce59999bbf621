package io.syncopate.asset;

import static io.syncopate.asset.AssetUser.campaign;
import static io.syncopate.asset.AssetUser.deliverable;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.Scope;
import io.syncopate.kernel.Uid;
import io.syncopate.proto.asset.v1.Asset;
import io.syncopate.proto.asset.v1.Campaign;
import io.syncopate.proto.asset.v1.Claim;
import io.syncopate.proto.asset.v1.ClaimFromQueueRequest;
import io.syncopate.proto.asset.v1.CreatePipelineRequest;
import io.syncopate.proto.asset.v1.GetClaimRequest;
import io.syncopate.proto.asset.v1.Pipeline;
import io.syncopate.proto.asset.v1.Pipeline.Stage;
import io.syncopate.proto.asset.v1.PushAssetRequest;
import io.syncopate.proto.asset.v1.ReleaseClaimRequest;
import io.syncopate.proto.asset.v1.RenewClaimRequest;
import io.syncopate.testkit.Rule;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** How people take work from a queue, and lose it. */
class QueueRulesIT extends OnAssetServer {

    @Test
    @Rule("P-018")
    void anItemWithoutOwnerOrNameIsRefusedWhenItIsHandedOn() {
        StatusRuntimeException nameless =
                Refused.of(
                        () ->
                                wes.create(
                                        campaign()
                                                .addAssets(deliverable("a").setDisplayName(" "))));
        assertThat(nameless.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(nameless.getStatus().getDescription()).contains("display_name");

        wes.create(campaign("a"));
        Claim claim = wes.claim("standard.brief");
        Asset held = wes.get(claim.getAsset());
        assertThat(held.getHolder()).isEqualTo("people/wes");
        assertThat(held.getPassport().getStatus()).isEqualTo("in brief");
        wes.claims.releaseClaim(ReleaseClaimRequest.newBuilder().setName(claim.getName()).build());
        assertThat(Refused.reason(() -> wes.push(claim))).isEqualTo("CLAIM_LOST");
    }

    @Test
    @Rule("P-019")
    void aBatchOfFiveIsTakenInAnyOrderAndNoneTwice() throws Exception {
        Campaign batch = wes.create(campaign("v1", "v2", "v3", "v4", "v5"));
        Claim third =
                wes.queues.claimFromQueue(
                        ClaimFromQueueRequest.newBuilder()
                                .setName("queues/standard.brief")
                                .setAsset(batch.getName() + "/assets/v3")
                                .build());
        assertThat(third.getAsset()).endsWith("/v3");

        List<Callable<Optional<String>>> people = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            AssetUser person = AssetUser.of(server, "person-" + i);
            people.add(() -> claimed(person));
        }
        List<String> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(people.size())) {
            for (Future<Optional<String>> each : threads.invokeAll(people)) {
                each.get().ifPresent(taken::add);
            }
        }
        assertThat(taken)
                .doesNotHaveDuplicates()
                .hasSize(4)
                .noneMatch(name -> name.endsWith("/v3"));
    }

    @Test
    @Rule("P-021")
    void aQueueGoesByArrivalOrByTheUrgencyOfTheChannel() {
        wes.pipelines.createPipeline(
                CreatePipelineRequest.newBuilder()
                        .setPipelineId("urgent")
                        .setPipeline(
                                Pipeline.newBuilder()
                                        .setDisplayName("Urgent")
                                        .addStages(
                                                work("write")
                                                        .setOrder(Stage.Order.CHANNEL_URGENCY)))
                        .build());
        for (String pipeline : List.of("pipelines/urgent", "pipelines/standard")) {
            wes.create(
                    campaign()
                            .setPipeline(pipeline)
                            .addAssets(deliverable("p").setChannel("print"))
                            .addAssets(deliverable("e").setChannel("email"))
                            .addAssets(deliverable("s").setChannel("social"))
                            .addAssets(deliverable("s2").setChannel("social")));
        }
        assertThat(takeKeys("urgent.write", 4)).containsExactly("s", "s2", "e", "p");
        assertThat(takeKeys("standard.brief", 4)).containsExactly("p", "e", "s", "s2");
    }

    @Test
    void aLeaseThatIsNotRenewedIsLostAndTheItemGoesBack() {
        wes.create(campaign("a"));
        Claim claim = wes.claim("standard.brief");
        server.clock.advance(Duration.ofMinutes(40));
        wes.claims.renewClaim(RenewClaimRequest.newBuilder().setName(claim.getName()).build());
        server.clock.advance(Duration.ofMinutes(40));
        assertThat(server.sweep().expireClaims()).isZero();
        server.clock.advance(Duration.ofMinutes(30));
        assertThat(server.sweep().expireClaims()).isEqualTo(1);

        assertThat(
                        wes.claims
                                .getClaim(
                                        GetClaimRequest.newBuilder()
                                                .setName(claim.getName())
                                                .build())
                                .getState())
                .isEqualTo(Claim.State.EXPIRED);
        assertThat(Refused.reason(() -> wes.push(claim))).isEqualTo("CLAIM_LOST");
        assertThat(rae.claim("standard.brief").getFence()).isGreaterThan(claim.getFence());
    }

    @Test
    void aRepeatOfAClaimOrPushAnswersTheSame() {
        wes.create(campaign("a", "b"));
        ClaimFromQueueRequest claim =
                ClaimFromQueueRequest.newBuilder()
                        .setName("queues/standard.brief")
                        .setRequestId("r1")
                        .build();
        Claim first = wes.queues.claimFromQueue(claim);
        assertThat(wes.queues.claimFromQueue(claim)).isEqualTo(first);
        var push = wes.pushOf(first).setRequestId("r2").build();
        assertThat(wes.assets.pushAsset(push)).isEqualTo(wes.assets.pushAsset(push));
        assertThat(
                        Refused.reason(
                                () ->
                                        wes.queues.claimFromQueue(
                                                claim.toBuilder()
                                                        .setName("queues/standard.copy")
                                                        .build())))
                .isEqualTo("REQUEST_ID_REUSED");
    }

    @Test
    void somebodyElsesClaimAndAssetAreOutOfReach() {
        wes.create(campaign("a"));
        Claim claim = wes.claim("standard.brief");
        assertThat(Refused.reason(() -> rae.push(claim))).isEqualTo("CLAIM_OF_OTHER");

        AssetUser ownOnly =
                AssetUser.of(
                        server,
                        new Caller(
                                Callers.ACME,
                                new Uid("kim"),
                                Set.of(),
                                Set.of(new Grant("asset.*", Scope.OWN)),
                                Optional.empty()));
        var get = GetClaimRequest.newBuilder().setName(claim.getName()).build();
        assertThat(Refused.code(() -> ownOnly.claims.getClaim(get)))
                .isEqualTo(Status.Code.NOT_FOUND);

        AssetUser eve = AssetUser.of(server, Callers.OTHER, "eve");
        assertThat(Refused.code(() -> eve.get(claim.getAsset()))).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(Refused.code(() -> eve.claims.getClaim(get))).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(
                        Refused.code(
                                () ->
                                        eve.assets.pushAsset(
                                                PushAssetRequest.newBuilder()
                                                        .setName(claim.getAsset())
                                                        .setClaim(claim.getName())
                                                        .build())))
                .isEqualTo(Status.Code.NOT_FOUND);
        assertThat(Refused.reason(() -> eve.claim("standard.brief"))).isEqualTo("QUEUE_EMPTY");
    }

    private List<String> takeKeys(String queue, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> wes.claim(queue).getAsset().replaceAll(".*/", ""))
                .toList();
    }

    private static Optional<String> claimed(AssetUser person) {
        while (true) {
            try {
                return Optional.of(person.claim("standard.brief").getAsset());
            } catch (StatusRuntimeException e) {
                if (Refused.info(e).getReason().equals("QUEUE_EMPTY")) {
                    return Optional.empty();
                }
                assertThat(Refused.info(e).getReason()).isEqualTo("QUEUE_CONTENDED");
            }
        }
    }
}
