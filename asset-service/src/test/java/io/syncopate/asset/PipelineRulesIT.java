package io.syncopate.asset;

import static io.syncopate.asset.AssetUser.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.syncopate.proto.asset.v1.Asset;
import io.syncopate.proto.asset.v1.Campaign;
import io.syncopate.proto.asset.v1.Claim;
import io.syncopate.proto.asset.v1.GetPipelineRequest;
import io.syncopate.proto.asset.v1.HistoryEntry;
import io.syncopate.proto.asset.v1.ListCampaignsRequest;
import io.syncopate.proto.asset.v1.Pipeline;
import io.syncopate.proto.asset.v1.Pipeline.Stage;
import io.syncopate.proto.asset.v1.UpdatePipelineRequest;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The stages that an asset goes through, shipped and of a team. */
class PipelineRulesIT extends OnAssetServer {

    @Test
    @Rule("P-026")
    void anAssetGoesThroughTheGuidesChainAndNoOtherWay() {
        wes.create(campaign("a"));
        List<String> stages = new ArrayList<>();
        for (String stage : List.of("brief", "copy", "design", "review", "approve", "distribute")) {
            Claim claim = wes.claim("standard." + stage);
            stages.add(wes.get(claim.getAsset()).getStage());
            boolean decides = stage.equals("review") || stage.equals("approve");
            assertThat(Refused.reason(() -> wrongStep(claim, decides)))
                    .isEqualTo("WRONG_STAGE_KIND");
            if (decides) {
                wes.approve(claim);
            } else {
                wes.push(claim);
            }
        }
        assertThat(stages)
                .containsExactly("brief", "copy", "design", "review", "approve", "distribute");
        Campaign done =
                wes.campaigns
                        .listCampaigns(ListCampaignsRequest.getDefaultInstance())
                        .getCampaigns(0);
        assertThat(done.getState()).isEqualTo(Campaign.State.COMPLETE);
        assertThat(done.getDoneCount()).isEqualTo(1);
        assertThat(Refused.reason(() -> wes.claim("standard.distribute"))).isEqualTo("QUEUE_EMPTY");
    }

    @Test
    @Rule("P-026")
    void aTeamMakesItsOwnStages() {
        useShortPipeline();
        Pipeline own =
                wes.pipelines.getPipeline(
                        GetPipelineRequest.newBuilder().setName("pipelines/short").build());
        assertThat(own.getStagesList())
                .extracting(Stage::getKey)
                .containsExactly("write", "review", "publish");
        StatusRuntimeException refused =
                Refused.of(
                        () ->
                                wes.pipelines.updatePipeline(
                                        UpdatePipelineRequest.newBuilder()
                                                .setPipeline(
                                                        own.toBuilder()
                                                                .clearStages()
                                                                .addStages(work("write"))
                                                                .addStages(
                                                                        decision("review", "later"))
                                                                .addStages(work("later")))
                                                .build()));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refused.getStatus().getDescription()).contains("stages[1].back_to");
    }

    @Test
    @Rule({"P-039", "P-040", "P-047"})
    void theShippedChecklistsAreTheGuides() {
        Pipeline standard =
                wes.pipelines.getPipeline(
                        GetPipelineRequest.newBuilder().setName("pipelines/standard").build());
        assertThat(checklist(standard, "copy"))
                .containsExactly(
                        "variants-written", "spelling-checked", "designer-questions-noted");
        assertThat(checklist(standard, "design"))
                .containsExactly(
                        "variants-exported", "brand-lead-approved", "uploaded-ready-for-review");
        assertThat(checklist(standard, "review"))
                .containsExactly("brand-colours-correct", "copy-proofread", "file-format-correct");
    }

    /** The strategist's brief at two in the afternoon, the last approval at eight in the morning. */
    @Test
    @Rule("P-066")
    void aSocialTeamsAssetIsApprovedEighteenHoursAfterItsBrief() {
        AssetUser sue = AssetUser.of(server, "sue");
        AssetUser dee = AssetUser.of(server, "dee");
        server.clock.set(Instant.parse("2026-05-04T14:00:00Z"));
        String asset = sue.create(campaign("post")).getName() + "/assets/post";
        sue.push(sue.claim("standard.brief"));
        server.clock.advance(Duration.ofHours(1));
        Claim copy = wes.claim("standard.copy");
        server.clock.advance(Duration.ofMinutes(50));
        assertThat(wes.push(copy).getPassport().getStatus()).isEqualTo("waiting for design");
        server.clock.advance(Duration.ofHours(2));
        Claim design = dee.claim("standard.design");
        server.clock.advance(Duration.ofMinutes(40));
        assertThat(dee.push(design).getPassport().getStatus()).isEqualTo("waiting for review");
        server.clock.set(Instant.parse("2026-05-04T21:00:00Z"));
        rae.approve(rae.claim("standard.review"));
        server.clock.set(Instant.parse("2026-05-05T08:00:00Z"));
        rae.approve(rae.claim("standard.approve"));

        List<HistoryEntry> history = rae.get(asset).getPassport().getHistoryList();
        HistoryEntry approved =
                history.stream()
                        .filter(entry -> entry.getFromStage().equals("approve"))
                        .filter(entry -> entry.getKind() == HistoryEntry.Kind.APPROVED)
                        .findFirst()
                        .orElseThrow();
        assertThat(Duration.between(at(history.getFirst()), at(approved)))
                .isEqualTo(Duration.ofHours(18));
    }

    private Asset wrongStep(Claim claim, boolean decides) {
        return decides ? wes.push(claim) : wes.approve(claim);
    }

    private static List<String> checklist(Pipeline pipeline, String stage) {
        return pipeline.getStagesList().stream()
                .filter(each -> each.getKey().equals(stage))
                .flatMap(each -> each.getChecklistList().stream())
                .map(Pipeline.ChecklistItem::getKey)
                .toList();
    }

    private static Instant at(HistoryEntry entry) {
        return Instant.ofEpochSecond(entry.getTime().getSeconds(), entry.getTime().getNanos());
    }
}
