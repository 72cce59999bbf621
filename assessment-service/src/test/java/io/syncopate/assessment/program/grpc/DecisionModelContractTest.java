package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.program.grpc.ModelCases.SHIPPED;
import static io.syncopate.assessment.program.grpc.ModelCases.copy;
import static io.syncopate.assessment.program.grpc.ModelCases.get;
import static io.syncopate.assessment.program.grpc.ModelCases.small;
import static io.syncopate.assessment.program.grpc.ModelCases.update;
import static io.syncopate.assessment.program.grpc.ModelCases.with;
import static io.syncopate.testkit.scope.Whose.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;

import io.grpc.Status;
import io.syncopate.assessment.model.ModelEvent;
import io.syncopate.kernel.Scope;
import io.syncopate.proto.assessment.v1.AssessProgramRequest;
import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.CreateDecisionModelRequest;
import io.syncopate.proto.assessment.v1.CreateProgramRequest;
import io.syncopate.proto.assessment.v1.DecisionModel;
import io.syncopate.proto.assessment.v1.DecisionModelVersion;
import io.syncopate.proto.assessment.v1.DeleteDecisionModelRequest;
import io.syncopate.proto.assessment.v1.DiffDecisionModelsRequest;
import io.syncopate.proto.assessment.v1.DiffDecisionModelsResponse;
import io.syncopate.proto.assessment.v1.GetDecisionModelVersionRequest;
import io.syncopate.proto.assessment.v1.ListDecisionModelVersionsRequest;
import io.syncopate.proto.assessment.v1.ListDecisionModelVersionsResponse;
import io.syncopate.proto.assessment.v1.ListDecisionModelsRequest;
import io.syncopate.proto.assessment.v1.Objective;
import io.syncopate.proto.assessment.v1.PreviewAssessmentRequest;
import io.syncopate.proto.assessment.v1.Program;
import io.syncopate.proto.assessment.v1.SetDefaultDecisionModelRequest;
import io.syncopate.proto.assessment.v1.UndeleteDecisionModelRequest;
import io.syncopate.proto.assessment.v1.UpdateDecisionModelRequest;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Models of a tenant over the service's contract. */
class DecisionModelContractTest {

    private final AssessmentServer server = new AssessmentServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aCopySaysTheSameAndAnswersTheSame() {
        DecisionModel shipped = get(server.models(), SHIPPED);
        DecisionModel copy = copy(server.models(), "ours");

        assertThat(copy.getName()).isEqualTo("decisionModels/ours");
        assertThat(copy.getVersion()).isEqualTo(1);
        assertThat(copy.getDisplayName()).isEqualTo("Ours");
        assertThat(copy.getGuide()).isEqualTo(SHIPPED + "/versions/1");
        assertThat(copy.getOwner()).isEqualTo("people/ann");
        assertThat(copy.getHash()).isNotEqualTo(shipped.getHash()).hasSize(64);
        assertThat(copy.getCriteriaList()).isEqualTo(shipped.getCriteriaList());
        assertThat(copy.getFactsList()).isEqualTo(shipped.getFactsList());
        assertThat(copy.getFeasibilityRulesList()).isEqualTo(shipped.getFeasibilityRulesList());
        assertThat(get(server.models(), "decisionModels/ours")).isEqualTo(copy);
        Assessment ours = preview("decisionModels/ours");
        Assessment theirs = preview(SHIPPED);
        assertThat(ours.getScoresList()).isEqualTo(theirs.getScoresList());
        assertThat(ours.getRisksList()).isEqualTo(theirs.getRisksList());
        assertThat(ours.getReceipt().getModelHash()).isEqualTo(copy.getHash());
    }

    @Test
    void whatIsReadCanBeSentBackAndSaysTheSame() {
        DecisionModel copy = copy(server.models(), "ours");
        DecisionModel saved = update(server.models(), copy);
        assertThat(saved.getVersion()).isEqualTo(2);
        assertThat(saved.getCriteriaList()).isEqualTo(copy.getCriteriaList());
        assertThat(saved.getFactsList()).isEqualTo(copy.getFactsList());
        assertThat(saved.getFeasibilityRulesList()).isEqualTo(copy.getFeasibilityRulesList());
        assertThat(diff("decisionModels/ours/versions/1", "decisionModels/ours")).isEmpty();
    }

    @Test
    void aWholeModelScoresByWhatItSays() {
        DecisionModel made =
                server.models()
                        .createDecisionModel(
                                CreateDecisionModelRequest.newBuilder()
                                        .setDecisionModel(small("derived.people > 100.0"))
                                        .build());
        assertThat(made.getFacts(1).getLadderList()).containsExactly("false", "true");
        assertThat(made.getCriteria(0).getFactsList()).containsExactly("audience.size");
        Assessment answer = preview(made.getName());
        assertThat(answer.getContributionsList())
                .extracting(each -> each.getCriterion())
                .containsExactly("many");
        assertThat(answer.getContributions(0).getSource())
                .isEqualTo("L-023: Comparison, scalability");
        assertThat(answer.getGaps(0).getSource()).isEqualTo("our own experience");
        assertThat(answer.getDecisionModel()).isEqualTo(made.getName());
    }

    @Test
    void aSaveIsAVersionAndLeavesTheOnesBeforeAsTheyAre() {
        DecisionModel first = copy(server.models(), "ours");
        DecisionModel second =
                update(
                        server.models(),
                        with(first, "large-audience", each -> each.setAsynchronous(160)));
        DecisionModel third =
                server.models()
                        .updateDecisionModel(
                                UpdateDecisionModelRequest.newBuilder()
                                        .setDecisionModel(
                                                DecisionModel.newBuilder()
                                                        .setName(first.getName())
                                                        .setEtag(second.getEtag()))
                                        .setUpdateMask(
                                                FieldMask.newBuilder().addPaths("near_tie_points"))
                                        .build());
        assertThat(third.getVersion()).isEqualTo(3);
        assertThat(third.getNearTiePoints()).isZero();
        assertThat(third.getCriteriaList()).isEqualTo(second.getCriteriaList());

        assertThat(version(first.getName(), 1).getDecisionModel().getCriteriaList())
                .isEqualTo(first.getCriteriaList());
        assertThat(version(first.getName(), 2).getHash()).isEqualTo(second.getHash());
        assertThat(version(first.getName(), 3).getDecisionModel().getHash())
                .isEqualTo(third.getHash());
        assertThat(version(first.getName(), 2).getSavedBy()).isEqualTo("people/ann");
        Refusals.assertCode(() -> version(first.getName(), 4), Status.Code.NOT_FOUND);
        Refusals.assertCode(() -> version(SHIPPED, 2), Status.Code.NOT_FOUND);
        assertThat(version(SHIPPED, 1).getDecisionModel().getCriteriaCount()).isGreaterThan(50);
        assertThat(server.models.tenants().events(Callers.ACME, "ours"))
                .containsExactly(
                        new ModelEvent.DecisionModelCreated(),
                        new ModelEvent.DecisionModelSaved(2),
                        new ModelEvent.DecisionModelSaved(3));
    }

    @Test
    void listsVersionsNewestFirstPageByPage() {
        DecisionModel model = copy(server.models(), "ours");
        for (int save = 0; save < 4; save++) {
            update(
                    server.models(),
                    DecisionModel.newBuilder()
                            .setName(model.getName())
                            .setNearTiePoints(save + 1)
                            .build());
        }
        var seen = new ArrayList<Integer>();
        String token = "";
        do {
            ListDecisionModelVersionsResponse page =
                    server.models()
                            .listDecisionModelVersions(
                                    ListDecisionModelVersionsRequest.newBuilder()
                                            .setParent(model.getName())
                                            .setPageSize(2)
                                            .setPageToken(token)
                                            .build());
            page.getDecisionModelVersionsList().forEach(each -> seen.add(each.getVersion()));
            assertThat(page.getDecisionModelVersionsList())
                    .noneMatch(DecisionModelVersion::hasDecisionModel);
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        assertThat(seen).containsExactly(5, 4, 3, 2, 1);
        Refusals.assertViolation(
                () ->
                        server.models()
                                .listDecisionModelVersions(
                                        ListDecisionModelVersionsRequest.newBuilder()
                                                .setParent(model.getName())
                                                .setPageToken("below-99")
                                                .build()),
                "page_token");
    }

    @Test
    void aStaleEtagIsRefusedAndARepeatChangesNothing() {
        DecisionModel first = copy(server.models(), "ours");
        var request =
                UpdateDecisionModelRequest.newBuilder()
                        .setDecisionModel(first.toBuilder().setNearTiePoints(7))
                        .setRequestId("save-1")
                        .build();
        DecisionModel saved = server.models().updateDecisionModel(request);
        assertThat(server.models().updateDecisionModel(request)).isEqualTo(saved);
        assertThat(get(server.models(), first.getName()).getVersion()).isEqualTo(2);
        Refusals.assertCode(
                () -> update(server.models(), first.toBuilder().setNearTiePoints(8).build()),
                Status.Code.ABORTED);
        var create =
                CreateDecisionModelRequest.newBuilder()
                        .setSource(SHIPPED)
                        .setDecisionModel(DecisionModel.newBuilder().setDisplayName("Again"))
                        .setRequestId("create-1")
                        .build();
        assertThat(server.models().createDecisionModel(create))
                .isEqualTo(server.models().createDecisionModel(create));
    }

    @Test
    void anIdIsGivenOnce() {
        copy(server.models(), "ours");
        Refusals.assertCode(() -> copy(server.models(), "ours"), Status.Code.ALREADY_EXISTS);
        Refusals.assertCode(
                () -> copy(server.models(), "learning-guide"), Status.Code.ALREADY_EXISTS);
        Refusals.assertCode(
                () -> copy(server.models(), "other", "decisionModels/nobodys"),
                Status.Code.NOT_FOUND);
        Refusals.assertViolation(
                () ->
                        server.models()
                                .createDecisionModel(
                                        CreateDecisionModelRequest.newBuilder()
                                                .setSource(SHIPPED)
                                                .setDecisionModel(small("derived.people > 1.0"))
                                                .build()),
                "source");
    }

    @Test
    void aModelOfThePlatformIsCopiedAndNotChanged() {
        DecisionModel shipped = get(server.models(), SHIPPED);
        assertThat(shipped.getIsDefault()).isTrue();
        Refusals.assertReason(
                () -> update(server.models(), shipped),
                Status.Code.FAILED_PRECONDITION,
                "DECISION_MODEL_OF_PLATFORM");
        Refusals.assertReason(
                () -> delete(SHIPPED),
                Status.Code.FAILED_PRECONDITION,
                "DECISION_MODEL_OF_PLATFORM");
    }

    @Test
    void aDeletedModelIsOutOfUseAndItsVersionsCanBeHadAgain() {
        DecisionModel model = copy(server.models(), "ours");
        Assessment before = preview(model.getName());
        assertThat(delete(model.getName()).hasDeleteTime()).isTrue();
        assertThat(delete(model.getName()).hasDeleteTime()).isTrue();

        assertThat(names(false)).containsExactly(SHIPPED);
        assertThat(names(true)).containsExactly(SHIPPED, model.getName());
        Refusals.assertReason(
                () -> preview(model.getName()),
                Status.Code.FAILED_PRECONDITION,
                "DECISION_MODEL_DELETED");
        Refusals.assertReason(
                () -> update(server.models(), model.toBuilder().clearEtag().build()),
                Status.Code.FAILED_PRECONDITION,
                "DECISION_MODEL_DELETED");
        assertThat(preview(model.getName() + "/versions/1")).isEqualTo(before);

        DecisionModel back =
                server.models()
                        .undeleteDecisionModel(
                                UndeleteDecisionModelRequest.newBuilder()
                                        .setName(model.getName())
                                        .build());
        assertThat(back.hasDeleteTime()).isFalse();
        assertThat(preview(model.getName())).isEqualTo(before);
    }

    @Test
    void theDefaultScoresWhenNobodyNamesAnother() {
        DecisionModel model = copy(server.models(), "ours");
        assertThat(preview("").getDecisionModel()).isEqualTo(SHIPPED);
        assertThat(makeDefault(model.getName()).getIsDefault()).isTrue();
        update(server.models(), model.toBuilder().clearEtag().setNearTiePoints(9).build());

        assertThat(preview("").getDecisionModel()).isEqualTo(model.getName());
        assertThat(preview("").getDecisionModelVersion()).isEqualTo(2);
        assertThat(get(server.models(), SHIPPED).getIsDefault()).isFalse();
        Assessment assessed = assess(program(), "");
        assertThat(assessed.getDecisionModel()).isEqualTo(model.getName());
        Refusals.assertReason(
                () -> delete(model.getName()),
                Status.Code.FAILED_PRECONDITION,
                "DEFAULT_DECISION_MODEL");

        assertThat(makeDefault(SHIPPED).getIsDefault()).isTrue();
        assertThat(preview("").getDecisionModel()).isEqualTo(SHIPPED);
    }

    @Test
    void theDefaultIsEverybodysAndChosenByARightOverTheTenant() {
        var mia = member("mia", Scope.OWN, "ops");
        DecisionModel others = copy(server.models(), "ours");
        Refusals.assertCode(
                () -> get(server.modelsAs(mia), others.getName()), Status.Code.NOT_FOUND);
        DecisionModel hers = copy(server.modelsAs(mia), "hers");
        Refusals.assertReason(
                () ->
                        server.modelsAs(mia)
                                .setDefaultDecisionModel(
                                        SetDefaultDecisionModelRequest.newBuilder()
                                                .setName(hers.getName())
                                                .build()),
                Status.Code.PERMISSION_DENIED,
                "DEFAULT_DECISION_MODEL_OF_ALL");
        makeDefault(others.getName());
        assertThat(get(server.modelsAs(mia), others.getName()).getIsDefault()).isTrue();
        Refusals.assertCode(
                () ->
                        update(
                                server.modelsAs(mia),
                                others.toBuilder().clearEtag().setNearTiePoints(1).build()),
                Status.Code.NOT_FOUND);
        assertThat(
                        server.assessmentsAs(mia)
                                .previewAssessment(
                                        PreviewAssessmentRequest.newBuilder()
                                                .setBrief(brief())
                                                .build())
                                .getDecisionModel())
                .isEqualTo(others.getName());
    }

    @Test
    void anAnswerIsHadAgainFromItsReceiptByTheVersionThatGaveIt() {
        DecisionModel model = copy(server.models(), "ours");
        Assessment stored = assess(program(), model.getName());
        update(server.models(), with(model, "large-audience", each -> each.setAsynchronous(400)));
        assertThat(preview(model.getName()).getScoresList()).isNotEqualTo(stored.getScoresList());

        String version =
                "%s/versions/%d"
                        .formatted(stored.getDecisionModel(), stored.getDecisionModelVersion());
        assertThat(version(model.getName(), 1).getHash())
                .isEqualTo(stored.getReceipt().getModelHash());
        Assessment again = preview(version);
        assertThat(again.toByteString())
                .isEqualTo(
                        stored.toBuilder()
                                .clearName()
                                .clearProgramEtag()
                                .clearCreateTime()
                                .clearEtag()
                                .build()
                                .toByteString());
    }

    @Test
    void tellsWhatDiffersPartByPart() {
        DecisionModel model = copy(server.models(), "ours");
        var changed =
                with(
                        model,
                        "large-audience",
                        each -> each.setAsynchronous(160).setReason("Far too many."))
                        .toBuilder();
        changed.addCriteria(
                ModelCases.criterion("also-many", "derived.people > 300.0").setBlended(5));
        changed.removeFeasibilityRules(0);
        changed.setNearTiePoints(25);
        changed.getFactsBuilder(2).addLadder("6000");
        update(server.models(), changed.build());

        List<DiffDecisionModelsResponse.Difference> differences =
                diff(model.getName() + "/versions/1", model.getName());
        assertThat(differences)
                .extracting(DiffDecisionModelsResponse.Difference::getText)
                .containsExactly(
                        "model: nearTiePoints 40 → 25",
                        "fact derived.people: ladder 0, 5, 15, 30, 80, 120, 200, 500, 5000 → 0, 5,"
                                + " 15, 30, 80, 120, 200, 500, 5000, 6000",
                        "criterion also-many added",
                        "criterion large-audience: asynchronous 140 → 160; reason The group is"
                                + " larger than live sessions serve well. → Far too many.",
                        "feasibility rule %s removed"
                                .formatted(model.getFeasibilityRules(0).getId()));
        assertThat(differences.get(2).getFieldsList())
                .anySatisfy(
                        field -> {
                            assertThat(field.getField()).isEqualTo("expression");
                            assertThat(field.getBefore()).isEmpty();
                            assertThat(field.getAfter()).isEqualTo("derived.people > 300.0");
                        });
        assertThat(diff(model.getName(), model.getName() + "/versions/1"))
                .extracting(DiffDecisionModelsResponse.Difference::getText)
                .contains("criterion also-many removed", "model: nearTiePoints 25 → 40");
        assertThat(diff(SHIPPED, model.getName() + "/versions/1"))
                .extracting(DiffDecisionModelsResponse.Difference::getText)
                .containsExactly("model: displayName Learning workflow guide → Ours");
    }

    @Test
    void listsModelsPageByPageThePlatformsFirst() {
        for (int i = 0; i < 12; i++) {
            server.models()
                    .createDecisionModel(
                            CreateDecisionModelRequest.newBuilder()
                                    .setDecisionModelId("small-" + (char) ('a' + i))
                                    .setDecisionModel(small("derived.people > 100.0"))
                                    .build());
        }
        var seen = new ArrayList<String>();
        String token = "";
        do {
            var page =
                    server.models()
                            .listDecisionModels(
                                    ListDecisionModelsRequest.newBuilder()
                                            .setPageSize(5)
                                            .setPageToken(token)
                                            .build());
            assertThat(page.getDecisionModelsCount()).isBetween(1, 5);
            page.getDecisionModelsList().forEach(each -> seen.add(each.getName()));
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        assertThat(seen).hasSize(13).doesNotHaveDuplicates();
        assertThat(seen.getFirst()).isEqualTo(SHIPPED);
    }

    private List<String> names(boolean withDeleted) {
        return server
                .models()
                .listDecisionModels(
                        ListDecisionModelsRequest.newBuilder().setShowDeleted(withDeleted).build())
                .getDecisionModelsList()
                .stream()
                .map(DecisionModel::getName)
                .toList();
    }

    private DecisionModel delete(String name) {
        return server.models()
                .deleteDecisionModel(DeleteDecisionModelRequest.newBuilder().setName(name).build());
    }

    private DecisionModel makeDefault(String name) {
        return server.models()
                .setDefaultDecisionModel(
                        SetDefaultDecisionModelRequest.newBuilder().setName(name).build());
    }

    private DecisionModelVersion version(String model, int version) {
        return server.models()
                .getDecisionModelVersion(
                        GetDecisionModelVersionRequest.newBuilder()
                                .setName("%s/versions/%d".formatted(model, version))
                                .build());
    }

    private List<DiffDecisionModelsResponse.Difference> diff(String before, String after) {
        return server.models()
                .diffDecisionModels(
                        DiffDecisionModelsRequest.newBuilder()
                                .setBefore(before)
                                .setAfter(after)
                                .build())
                .getDifferencesList();
    }

    private Program program() {
        return server.programs()
                .createProgram(
                        CreateProgramRequest.newBuilder()
                                .setProgram(
                                        Program.newBuilder()
                                                .setDisplayName("Safety")
                                                .setBrief(brief()))
                                .build());
    }

    private Assessment assess(Program program, String model) {
        return server.programs()
                .assessProgram(
                        AssessProgramRequest.newBuilder()
                                .setName(program.getName())
                                .setDecisionModel(model)
                                .build());
    }

    private Assessment preview(String model) {
        return server.assessments()
                .previewAssessment(
                        PreviewAssessmentRequest.newBuilder()
                                .setBrief(brief())
                                .setDecisionModel(model)
                                .build());
    }

    private static Brief brief() {
        var brief =
                Brief.newBuilder().setObjective(Objective.newBuilder().setStatement("Work safely"));
        brief.getAudienceBuilder().setSize(450);
        brief.getContentBuilder().setSelfContained(true);
        return brief.build();
    }
}
