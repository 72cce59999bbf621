package io.syncopate.assessment.model.mongo;

import io.syncopate.assessment.model.FeasibilityRule.Severity;
import io.syncopate.assessment.model.ModelText;
import io.syncopate.assessment.model.SavedModel;
import io.syncopate.assessment.model.Workflow;
import io.syncopate.kernel.Uid;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What models say, with something in each field. */
final class ModelTexts {

    private ModelTexts() {}

    static SavedModel saved(String model, int version) {
        return new SavedModel(
                model,
                version,
                text(version),
                new Uid("ann"),
                Instant.parse("2026-03-02T09:00:00Z").plusSeconds(version));
    }

    static ModelText text(int number) {
        return new ModelText(
                "Ours " + number,
                List.of(
                        new ModelText.Fact("derived.people", "How many?", List.of("5", "500")),
                        new ModelText.Fact("content.self_contained", "Is it?", List.of())),
                List.of(
                        criterion("zebra", number),
                        criterion("many-" + number % 3, 3),
                        criterion("0", 4)),
                List.of(
                        new ModelText.Rule(
                                "too-many",
                                2,
                                "derived.people > 400.0",
                                Set.of(Workflow.SYNCHRONOUS, Workflow.BLENDED),
                                Optional.of(Severity.GAP),
                                "A room.",
                                "Find one.",
                                "our own")),
                number,
                250,
                new ModelText.Guide("learning-guide", 1));
    }

    private static ModelText.Criterion criterion(String id, int points) {
        return new ModelText.Criterion(
                id,
                3,
                "derived.people > %d.0".formatted(points),
                new ModelText.Points(points, -points, 7),
                "Because.",
                Map.of(Workflow.BLENDED, List.of("Split them.", "Or not.")),
                "L-023: Comparison");
    }
}
