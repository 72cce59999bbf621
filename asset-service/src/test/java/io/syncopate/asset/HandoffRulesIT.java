package io.syncopate.asset;

import static io.syncopate.asset.AssetUser.campaign;
import static io.syncopate.asset.AssetUser.deliverable;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.syncopate.proto.asset.v1.Asset;
import io.syncopate.proto.asset.v1.Claim;
import io.syncopate.proto.asset.v1.ContextNote;
import io.syncopate.proto.asset.v1.FileVersion;
import io.syncopate.proto.asset.v1.HistoryEntry;
import io.syncopate.proto.asset.v1.ReviewAssetRequest;
import io.syncopate.proto.asset.v1.SyncHandoff;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.Test;

import java.util.List;

/** How work comes from one person to the next, and what goes with it. */
class HandoffRulesIT extends OnAssetServer {

    @Test
    @Rule("P-015")
    void aHandoffInPersonNeedsAllThreeMarks() {
        wes.create(campaign("a").setPipeline("pipelines/hybrid"));
        wes.push(wes.claim("hybrid.brief"));
        Claim copy = wes.claim("hybrid.copy");
        SyncHandoff all =
                SyncHandoff.newBuilder()
                        .setContextExplained(true)
                        .setQuestionsAnswered(true)
                        .setReceiptConfirmed(true)
                        .build();
        for (SyncHandoff.Builder half :
                List.of(
                        all.toBuilder().clearContextExplained(),
                        all.toBuilder().clearQuestionsAnswered(),
                        all.toBuilder().clearReceiptConfirmed())) {
            assertThat(
                            Refused.reason(
                                    () ->
                                            wes.assets.pushAsset(
                                                    wes.pushOf(copy).setSyncHandoff(half).build())))
                    .as("with %s", half)
                    .isEqualTo("HANDOFF_NOT_CONFIRMED");
        }
        assertThat(wes.assets.pushAsset(wes.pushOf(copy).setSyncHandoff(all).build()).getStage())
                .isEqualTo("design");
    }

    @Test
    @Rule("P-017")
    void whoNeedsAnAssetWorksFromItsApprovedVersionWhileItsAuthorGoesOn() {
        useShortPipeline();
        wes.create(
                campaign()
                        .setPipeline("pipelines/short")
                        .addAssets(deliverable("copy"))
                        .addAssets(deliverable("banner", "copy")));
        Claim copy = wes.claim("short.write");
        wes.assets.pushAsset(wes.pushOf(copy).setFileVersion(file("copy-1.txt")).build());
        rae.approve(rae.claim("short.review"));

        // The banner can be taken from here on, and the author of the copy is still at it.
        Claim banner = AssetUser.of(server, "dee").claim("short.write");
        assertThat(banner.getAsset()).endsWith("/banner");
        Claim onward = wes.claim("short.publish");
        Asset after =
                wes.assets.pushAsset(wes.pushOf(onward).setFileVersion(file("copy-2.txt")).build());
        assertThat(after.getPassport().getVersion()).isEqualTo(2);
        assertThat(after.getPassport().getApprovedVersion()).isEqualTo(1);
        assertThat(after.getPassport().getFilesList())
                .extracting(FileVersion::getFileName)
                .containsExactly("copy-1.txt", "copy-2.txt");
    }

    @Test
    @Rule("P-020")
    void aPushWithAnOpenItemIsRefusedByItsName() {
        wes.create(campaign("a"));
        Claim claim = wes.claim("standard.brief");
        StatusRuntimeException refused =
                Refused.of(
                        () ->
                                wes.assets.pushAsset(
                                        wes.pushOf(claim)
                                                .clearChecklist()
                                                .addChecklist(tick("goal-stated", true))
                                                .addChecklist(tick("format-named", false))
                                                .build()));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(Refused.info(refused).getReason()).isEqualTo("CHECKLIST_OPEN");
        assertThat(refused.getStatus().getDescription())
                .contains("format-named")
                .doesNotContain("goal-stated");
        assertThat(wes.push(claim).getStage()).isEqualTo("copy");
    }

    @Test
    @Rule("P-035")
    void aHandoffWithoutNotesIsFlaggedAndLaterOwnersReadAllNotes() {
        wes.create(campaign().addAssets(deliverable("a").setContextNotes("for the over-forties")));
        Asset flagged =
                wes.assets.pushAsset(
                        wes.pushOf(wes.claim("standard.brief")).clearContextNotes().build());
        assertThat(last(flagged).getContextMissing()).isTrue();
        Asset noted = wes.push(wes.claim("standard.copy"));
        assertThat(last(noted).getContextMissing()).isFalse();

        Claim design = rae.claim("standard.design");
        assertThat(rae.get(design.getAsset()).getPassport().getContextNotesList())
                .extracting(ContextNote::getText)
                .containsExactly("for the over-forties", "as agreed");
    }

    @Test
    @Rule("P-047")
    void anApprovalWithAnOpenItemIsRefused() {
        Claim review = inReview();
        StatusRuntimeException refused =
                Refused.of(
                        () ->
                                rae.assets.reviewAsset(
                                        rae.reviewOf(review)
                                                .setDecision(ReviewAssetRequest.Decision.APPROVE)
                                                .addChecklist(tick("copy-proofread", true))
                                                .build()));
        assertThat(Refused.info(refused).getReason()).isEqualTo("CHECKLIST_OPEN");
        assertThat(rae.sendBack(review, "the red is not ours").getStage()).isEqualTo("design");
    }

    private Claim inReview() {
        wes.create(campaign("a"));
        for (String stage : List.of("brief", "copy", "design")) {
            wes.push(wes.claim("standard." + stage));
        }
        return rae.claim("standard.review");
    }

    private static HistoryEntry last(Asset asset) {
        return asset.getPassport().getHistoryList().getLast();
    }
}
