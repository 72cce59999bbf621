package io.syncopate.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;

import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.CauseFinding;
import io.syncopate.proto.assessment.v1.ComparisonRow;
import io.syncopate.proto.assessment.v1.Confidence;
import io.syncopate.proto.assessment.v1.Contribution;
import io.syncopate.proto.assessment.v1.CostAssumption;
import io.syncopate.proto.assessment.v1.CostComparison;
import io.syncopate.proto.assessment.v1.DecisionModel;
import io.syncopate.proto.assessment.v1.DecisionModelVersion;
import io.syncopate.proto.assessment.v1.DesignQuality;
import io.syncopate.proto.assessment.v1.DiffDecisionModelsResponse;
import io.syncopate.proto.assessment.v1.FeasibilityGap;
import io.syncopate.proto.assessment.v1.Flexibility;
import io.syncopate.proto.assessment.v1.Interval;
import io.syncopate.proto.assessment.v1.JourneyItem;
import io.syncopate.proto.assessment.v1.JourneyPlace;
import io.syncopate.proto.assessment.v1.Launch;
import io.syncopate.proto.assessment.v1.LaunchReadiness;
import io.syncopate.proto.assessment.v1.LearnerInformation;
import io.syncopate.proto.assessment.v1.LintReport;
import io.syncopate.proto.assessment.v1.LiveBreak;
import io.syncopate.proto.assessment.v1.LiveGroups;
import io.syncopate.proto.assessment.v1.MetricComparison;
import io.syncopate.proto.assessment.v1.Outcome;
import io.syncopate.proto.assessment.v1.Pilot;
import io.syncopate.proto.assessment.v1.PilotFeedback;
import io.syncopate.proto.assessment.v1.PilotFinding;
import io.syncopate.proto.assessment.v1.PilotSample;
import io.syncopate.proto.assessment.v1.Point;
import io.syncopate.proto.assessment.v1.PreviewProgramCostsRequest;
import io.syncopate.proto.assessment.v1.Program;
import io.syncopate.proto.assessment.v1.Review;
import io.syncopate.proto.assessment.v1.ReviewPlan;
import io.syncopate.proto.assessment.v1.Score;
import io.syncopate.proto.assessment.v1.Stability;
import io.syncopate.proto.assessment.v1.SuccessMetric;
import io.syncopate.proto.assessment.v1.SupportPlan;
import io.syncopate.proto.assessment.v1.TraceStep;
import io.syncopate.proto.assessment.v1.WeekLoad;
import io.syncopate.proto.assessment.v1.WorkflowSwitch;
import io.syncopate.proto.asset.v1.Asset;
import io.syncopate.proto.asset.v1.Campaign;
import io.syncopate.proto.asset.v1.Claim;
import io.syncopate.proto.asset.v1.ContextNote;
import io.syncopate.proto.asset.v1.FileVersion;
import io.syncopate.proto.asset.v1.HistoryEntry;
import io.syncopate.proto.asset.v1.Passport;
import io.syncopate.proto.asset.v1.Pipeline;
import io.syncopate.proto.asset.v1.ProductionAdvice;
import io.syncopate.proto.asset.v1.PushAssetRequest;
import io.syncopate.proto.scheduling.v1.Fairness;
import io.syncopate.proto.scheduling.v1.Series;
import io.syncopate.proto.scheduling.v1.Session;
import io.syncopate.proto.scheduling.v1.SessionBreak;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The console's own description of the API says nothing that the contracts do not. */
class ContractTypesTest {

    private static final Map<String, Descriptor> MESSAGES =
            Map.ofEntries(
                    Map.entry("Brief", Brief.getDescriptor()),
                    Map.entry("SuccessMetric", SuccessMetric.getDescriptor()),
                    Map.entry("LearnerInformation", LearnerInformation.getDescriptor()),
                    Map.entry("PilotStratum", PilotSample.Stratum.getDescriptor()),
                    Map.entry("PilotSample", PilotSample.getDescriptor()),
                    Map.entry("PilotFeedback", PilotFeedback.getDescriptor()),
                    Map.entry("PilotDecision", PilotFinding.Decision.getDescriptor()),
                    Map.entry("PilotFinding", PilotFinding.getDescriptor()),
                    Map.entry("Pilot", Pilot.getDescriptor()),
                    Map.entry("LaunchBlocker", LaunchReadiness.Blocker.getDescriptor()),
                    Map.entry("LaunchReadiness", LaunchReadiness.getDescriptor()),
                    Map.entry("LaunchStep", Launch.Step.getDescriptor()),
                    Map.entry("Launch", Launch.getDescriptor()),
                    Map.entry("ProgramDraft", Program.getDescriptor()),
                    Map.entry("Program", Program.getDescriptor()),
                    Map.entry("Flexibility", Flexibility.getDescriptor()),
                    Map.entry("ReviewPlan", ReviewPlan.getDescriptor()),
                    Map.entry("WorkflowSwitch", WorkflowSwitch.getDescriptor()),
                    Map.entry("Review", Review.getDescriptor()),
                    Map.entry("Interval", Interval.getDescriptor()),
                    Map.entry("MetricComparison", MetricComparison.getDescriptor()),
                    Map.entry("EarlierRuns", MetricComparison.EarlierRuns.getDescriptor()),
                    Map.entry("CauseFinding", CauseFinding.getDescriptor()),
                    Map.entry("SupportPlan", SupportPlan.getDescriptor()),
                    Map.entry("Support", SupportPlan.Support.getDescriptor()),
                    Map.entry("Reminder", SupportPlan.Reminder.getDescriptor()),
                    Map.entry("Recall", SupportPlan.Recall.getDescriptor()),
                    Map.entry("DecisionModel", DecisionModel.getDescriptor()),
                    Map.entry("ModelFact", DecisionModel.Fact.getDescriptor()),
                    Map.entry("ModelCriterion", DecisionModel.Criterion.getDescriptor()),
                    Map.entry("ModelRule", DecisionModel.FeasibilityRule.getDescriptor()),
                    Map.entry("DecisionModelVersion", DecisionModelVersion.getDescriptor()),
                    Map.entry("ModelDiff", DiffDecisionModelsResponse.getDescriptor()),
                    Map.entry(
                            "ModelDifference",
                            DiffDecisionModelsResponse.Difference.getDescriptor()),
                    Map.entry(
                            "FieldChange", DiffDecisionModelsResponse.FieldChange.getDescriptor()),
                    Map.entry("Score", Score.getDescriptor()),
                    Map.entry("Contribution", Contribution.getDescriptor()),
                    Map.entry("FeasibilityGap", FeasibilityGap.getDescriptor()),
                    Map.entry("TraceStep", TraceStep.getDescriptor()),
                    Map.entry("ComparisonRow", ComparisonRow.getDescriptor()),
                    Map.entry("Point", Point.getDescriptor()),
                    Map.entry("AgendaItem", JourneyItem.AgendaItem.getDescriptor()),
                    Map.entry("JourneyItem", JourneyItem.getDescriptor()),
                    Map.entry("JourneyPlace", JourneyPlace.getDescriptor()),
                    Map.entry("LiveBreak", LiveBreak.getDescriptor()),
                    Map.entry("LiveGroups", LiveGroups.getDescriptor()),
                    Map.entry("WeekLoad", WeekLoad.getDescriptor()),
                    Map.entry("MissingFact", Confidence.MissingFact.getDescriptor()),
                    Map.entry("ChangedFact", Stability.ChangedFact.getDescriptor()),
                    Map.entry("Flip", Stability.Flip.getDescriptor()),
                    Map.entry("Stability", Stability.getDescriptor()),
                    Map.entry("Assessment", Assessment.getDescriptor()),
                    Map.entry("Signals", Outcome.Signals.getDescriptor()),
                    Map.entry("OutcomeDraft", Outcome.getDescriptor()),
                    Map.entry("Outcome", Outcome.getDescriptor()),
                    Map.entry("Group", Series.Group.getDescriptor()),
                    Map.entry("GroupBurden", Fairness.GroupBurden.getDescriptor()),
                    Map.entry("Fairness", Fairness.getDescriptor()),
                    Map.entry("Series", Series.getDescriptor()),
                    Map.entry("GroupTime", Session.GroupTime.getDescriptor()),
                    Map.entry("Session", Session.getDescriptor()),
                    Map.entry("SessionBreak", SessionBreak.getDescriptor()),
                    Map.entry("ChecklistItem", Pipeline.ChecklistItem.getDescriptor()),
                    Map.entry("Stage", Pipeline.Stage.getDescriptor()),
                    Map.entry("Pipeline", Pipeline.getDescriptor()),
                    Map.entry("Campaign", Campaign.getDescriptor()),
                    Map.entry("ContextNote", ContextNote.getDescriptor()),
                    Map.entry("FileVersion", FileVersion.getDescriptor()),
                    Map.entry("HistoryEntry", HistoryEntry.getDescriptor()),
                    Map.entry("Passport", Passport.getDescriptor()),
                    Map.entry("Asset", Asset.getDescriptor()),
                    Map.entry("Claim", Claim.getDescriptor()),
                    Map.entry("Handover", PushAssetRequest.getDescriptor()),
                    Map.entry("ProductionAdvice", ProductionAdvice.getDescriptor()),
                    Map.entry("ModelScore", ProductionAdvice.Score.getDescriptor()),
                    Map.entry("ModelContribution", ProductionAdvice.Contribution.getDescriptor()),
                    Map.entry("Obstacle", ProductionAdvice.Obstacle.getDescriptor()),
                    Map.entry("Practice", ProductionAdvice.Practice.getDescriptor()),
                    Map.entry("HandoffAdvice", ProductionAdvice.Handoff.getDescriptor()),
                    Map.entry("Statement", ProductionAdvice.Statement.getDescriptor()),
                    Map.entry("LintReport", LintReport.getDescriptor()),
                    Map.entry("Finding", LintReport.Finding.getDescriptor()),
                    Map.entry("DesignQuality", DesignQuality.getDescriptor()),
                    Map.entry("DesignPractice", DesignQuality.Practice.getDescriptor()),
                    Map.entry("Population", DesignQuality.Population.getDescriptor()),
                    Map.entry(
                            "CompletionForecast", DesignQuality.CompletionForecast.getDescriptor()),
                    Map.entry("CostAssumption", CostAssumption.getDescriptor()),
                    Map.entry("CostComparison", CostComparison.getDescriptor()),
                    Map.entry("CostQuestion", PreviewProgramCostsRequest.getDescriptor()),
                    Map.entry("Amount", CostComparison.Amount.getDescriptor()),
                    Map.entry("CostLine", CostComparison.Line.getDescriptor()),
                    Map.entry("CostDriver", CostComparison.Driver.getDescriptor()),
                    Map.entry("WorkflowCost", CostComparison.WorkflowCost.getDescriptor()),
                    Map.entry("BreakEven", CostComparison.BreakEven.getDescriptor()),
                    Map.entry("CostPoint", CostComparison.CostPoint.getDescriptor()),
                    Map.entry("MissingInput", CostComparison.MissingInput.getDescriptor()),
                    Map.entry(
                            "ProductionEstimate",
                            CostComparison.ProductionEstimate.getDescriptor()),
                    Map.entry(
                            "MissingSituationFact",
                            ProductionAdvice.Confidence.MissingFact.getDescriptor()));

    /** What the gateway answers by itself, without a contract. */
    private static final Set<String> OWN_TO_GATEWAY =
            Set.of("PlatformStatus", "BackendStatus", "SignedInCaller");

    private final TypeScriptTypes types = read();

    @Test
    void knowsTheMessageOfEveryInterface() {
        assertThat(types.interfaces().keySet()).hasSizeGreaterThan(MESSAGES.size());
        assertThat(types.interfaces().keySet())
                .allMatch(name -> MESSAGES.containsKey(name) || OWN_TO_GATEWAY.contains(name));
    }

    @Test
    void namesOnlyFieldsThatTheMessagesHave() {
        MESSAGES.forEach(
                (name, message) ->
                        assertThat(byJsonName(message).keySet())
                                .as("%s, which is %s", name, message.getFullName())
                                .containsAll(written(name).keySet()));
    }

    @Test
    void namesOnlyValuesThatTheEnumsHave() {
        assertThat(shared().filter(field -> !types.literals(field.type()).isEmpty()))
                .isNotEmpty()
                .allSatisfy(
                        field ->
                                assertThat(field.enumValues())
                                        .as(field.name())
                                        .containsAll(types.literals(field.type())));
    }

    @Test
    void readsAsNumbersWhatIsWrittenAsNumbers() {
        assertThat(shared())
                .isNotEmpty()
                .allSatisfy(
                        field ->
                                assertThat(field.type().equals("number"))
                                        .as("%s is a number", field.name())
                                        .isEqualTo(field.isJsonNumber()));
    }

    /** A field as the console writes it and as the contract has it. */
    private record SharedField(String name, String type, FieldDescriptor contract) {

        Set<String> enumValues() {
            return contract.getJavaType() == FieldDescriptor.JavaType.ENUM
                    ? contract.getEnumType().getValues().stream()
                            .map(EnumValueDescriptor::getName)
                            .collect(Collectors.toSet())
                    : Set.of();
        }

        /** Proto3 JSON writes integers of 64 bits as text. */
        boolean isJsonNumber() {
            return switch (contract.getJavaType()) {
                case INT, DOUBLE, FLOAT -> !contract.isRepeated();
                case LONG, BOOLEAN, STRING, BYTE_STRING, ENUM, MESSAGE -> false;
            };
        }
    }

    private Stream<SharedField> shared() {
        return MESSAGES.entrySet().stream()
                .flatMap(
                        entry ->
                                byJsonName(entry.getValue()).entrySet().stream()
                                        .flatMap(
                                                field -> shared(entry.getKey(), field.getValue())));
    }

    private Stream<SharedField> shared(String message, FieldDescriptor contract) {
        String field = contract.getJsonName();
        return Optional.ofNullable(written(message).get(field)).stream()
                .map(type -> new SharedField(message + "." + field, type, contract));
    }

    private Map<String, String> written(String message) {
        return types.interfaces().getOrDefault(message, Map.of());
    }

    private static Map<String, FieldDescriptor> byJsonName(Descriptor message) {
        return message.getFields().stream()
                .collect(Collectors.toMap(FieldDescriptor::getJsonName, Function.identity()));
    }

    private static TypeScriptTypes read() {
        try (Stream<Path> files = Files.list(Path.of("src/main/web/api/types"))) {
            var source = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                source.append(Files.readString(file));
            }
            return TypeScriptTypes.parse(source.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
