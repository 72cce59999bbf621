package io.syncopate.asset;

import static io.syncopate.asset.AssetUser.campaign;
import static io.syncopate.asset.AssetUser.deliverable;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.syncopate.proto.asset.v1.Asset;
import io.syncopate.proto.asset.v1.Campaign;
import io.syncopate.proto.asset.v1.Claim;
import io.syncopate.proto.asset.v1.CreateCampaignRequest;
import io.syncopate.proto.asset.v1.GetCampaignRequest;
import io.syncopate.proto.asset.v1.ListAssetsRequest;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** What becomes of a campaign: its assets, what they wait for, and what is asked of one that is not there. */
class CampaignRulesIT extends OnAssetServer {

    @Test
    @Rule("P-013")
    void aCampaignFansOutToAllItsAssetsAndACircleIsRefusedUnlessItIsACoupledPair() {
        Campaign created =
                wes.create(
                        campaign(
                                        "hero",
                                        "social-a",
                                        "social-b",
                                        "social-c",
                                        "email-banner",
                                        "blog-header")
                                .addAssets(deliverable("print-ad", "hero", "blog-header")));
        assertThat(created.getState()).isEqualTo(Campaign.State.IN_PRODUCTION);
        assertThat(assetsOf(created))
                .extracting(Asset::getState)
                .containsExactly(
                        Asset.State.WAITING,
                        Asset.State.WAITING,
                        Asset.State.WAITING,
                        Asset.State.WAITING,
                        Asset.State.WAITING,
                        Asset.State.WAITING,
                        Asset.State.BLOCKED);

        StatusRuntimeException refused =
                Refused.of(
                        () ->
                                wes.create(
                                        campaign()
                                                .addAssets(deliverable("copy", "design"))
                                                .addAssets(deliverable("design", "copy"))));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(Refused.info(refused).getReason()).isEqualTo("DEPENDENCY_CYCLE");
        assertThat(Refused.info(refused).getMetadataMap())
                .containsEntry("cycle", "copy -> design -> copy");

        Campaign pair =
                wes.create(
                        campaign()
                                .addAssets(deliverable("copy", "design").addCoupledWith("design"))
                                .addAssets(deliverable("design", "copy")));
        assertThat(assetsOf(pair)).extracting(Asset::getState).containsOnly(Asset.State.WAITING);
    }

    @Test
    void aCampaignRequestIsCarriedOutOnce() {
        CreateCampaignRequest request =
                CreateCampaignRequest.newBuilder()
                        .setCampaign(campaign("a"))
                        .setRequestId("launch-1")
                        .build();
        assertThat(wes.campaigns.createCampaign(request))
                .isEqualTo(wes.campaigns.createCampaign(request));
    }

    @Test
    void assetsAreListedInTheOrderOfTheCampaignPageByPage() {
        Campaign created = wes.create(campaign("e", "b", "d", "a", "c"));
        List<String> keys = new ArrayList<>();
        String token = "";
        do {
            var page =
                    wes.assets.listAssets(
                            ListAssetsRequest.newBuilder()
                                    .setParent(created.getName())
                                    .setPageSize(2)
                                    .setPageToken(token)
                                    .build());
            page.getAssetsList().forEach(asset -> keys.add(asset.getName().replaceAll(".*/", "")));
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        assertThat(keys).containsExactly("e", "b", "d", "a", "c");
    }

    @Test
    @Rule("P-042")
    void everyAssetHasACompletePassport() {
        Campaign created = wes.create(campaign("a").addAssets(deliverable("b", "a")));
        for (Asset asset : assetsOf(created)) {
            assertThat(asset.getPassport().getCreator()).isEqualTo("people/wes");
            assertThat(asset.getPassport().getStatus()).isNotEmpty();
            assertThat(asset.getPassport().getBrief()).contains("spring");
            assertThat(asset.getPassport().getHistoryList()).hasSize(1);
        }
        assertThat(assetsOf(created).get(1).getPassport().getDependsOnList())
                .containsExactly(created.getName() + "/assets/a");

        Claim claim = rae.claim("standard.brief");
        Asset filed =
                rae.assets.pushAsset(rae.pushOf(claim).setFileVersion(file("a-1.txt")).build());
        assertThat(filed.getPassport().getVersion()).isEqualTo(1);
        assertThat(filed.getPassport().getCreator()).isEqualTo("people/wes");
    }

    @Test
    void unknownIdsAndStaleEtagsAreClearErrors() {
        wes.create(campaign("a"));
        Claim claim = wes.claim("standard.brief");
        assertThat(Refused.code(() -> wes.get("campaigns/nosuch/assets/a")))
                .isEqualTo(Status.Code.NOT_FOUND);
        assertThat(
                        Refused.code(
                                () ->
                                        wes.campaigns.getCampaign(
                                                GetCampaignRequest.newBuilder()
                                                        .setName("campaigns/nosuch")
                                                        .build())))
                .isEqualTo(Status.Code.NOT_FOUND);
        assertThat(Refused.code(() -> wes.claim("standard.nosuch")))
                .isEqualTo(Status.Code.NOT_FOUND);
        assertThat(Refused.code(() -> wes.create(campaign("x").setPipeline("pipelines/nosuch"))))
                .isEqualTo(Status.Code.NOT_FOUND);
        assertThat(
                        Refused.code(
                                () ->
                                        wes.assets.pushAsset(
                                                wes.pushOf(claim).setEtag("v1").build())))
                .isEqualTo(Status.Code.ABORTED);
        assertThat(
                        Refused.reason(
                                () ->
                                        wes.assets.pushAsset(
                                                wes.pushOf(claim)
                                                        .addChecklist(tick("nosuch", true))
                                                        .build())))
                .isEqualTo("UNKNOWN_CHECKLIST_ITEM");
        assertThat(
                        Refused.code(
                                () ->
                                        wes.create(
                                                campaign()
                                                        .addAssets(
                                                                deliverable("a")
                                                                        .setChannel("fax")))))
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }
}
