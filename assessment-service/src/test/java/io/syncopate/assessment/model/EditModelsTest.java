package io.syncopate.assessment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.syncopate.assessment.model.yaml.ModelFixture;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

class EditModelsTest {

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final ModelsInMemory models = new ModelsInMemory(clock);
    private final EditModels edit = models.edit();
    private int requests;

    @Test
    void aTenantHasSoManyModels() {
        for (int i = 0; i < ModelLimits.MODELS; i++) {
            create("m" + i);
        }
        assertThatExceptionOfType(ModelException.LimitReached.class)
                .isThrownBy(() -> create("one-more"))
                .withMessageContaining("100 models");
    }

    @Test
    void aModelHasSoManyVersionsAndACopyBeginsAnew() {
        create("busy");
        for (int version = 2; version <= ModelLimits.VERSIONS; version++) {
            save("busy", version);
        }
        assertThatExceptionOfType(ModelException.LimitReached.class)
                .isThrownBy(() -> save("busy", 3))
                .withMessageContaining("500 versions");
        ModelText last =
                models.available().text(reach(), new ModelName("busy", OptionalInt.empty()));
        assertThat(last.nearTiePoints()).isEqualTo(ModelLimits.VERSIONS);
        assertThat(
                        edit.create(command(), Ownership.none(), "calm", "decision_model", last)
                                .model()
                                .version())
                .isEqualTo(1);
    }

    /** What was killed between keeping the version and naming the next one is done by whoever saves next. */
    @Test
    void aSaveThatWasKilledHalfWayLeavesNoVersionBehind() {
        create("ours");
        SavedModel current = models.tenants().get(Callers.ACME, "ours").value().current();
        models.versions()
                .add(
                        Command.internal(
                                Callers.ann(),
                                "decisionModels/keepVersion",
                                current.key(),
                                clock.instant()),
                        Ownership.none(),
                        current.key(),
                        current,
                        new ModelEvent.DecisionModelVersionKept("ours", 1));

        assertThat(models.available().versions(reach(), "ours", PAGE).items()).hasSize(1);
        save("ours", 7);
        assertThat(models.available().versions(reach(), "ours", PAGE).items())
                .extracting(SeenVersion::version)
                .containsExactly(2, 1);
    }

    @Test
    void oneOfTwoWhoSaveTheSameVersionIsRefusedAndNothingIsLost() {
        create("ours");
        assertThatExceptionOfType(StaleEtagException.class)
                .isThrownBy(
                        () ->
                                edit.update(
                                        command(),
                                        "ours",
                                        "",
                                        "decision_model",
                                        before -> {
                                            save("ours", 11);
                                            return text(12);
                                        }));
        assertThat(models.available().versions(reach(), "ours", PAGE).items())
                .extracting(SeenVersion::version)
                .containsExactly(2, 1);
        assertThat(
                        models.available()
                                .text(reach(), new ModelName("ours", OptionalInt.of(2)))
                                .nearTiePoints())
                .isEqualTo(11);
    }

    @Test
    void theHashTellsModelsVersionsAndTextsApart() {
        CompileModel compile = models.compile();
        String one = compile.compiled("a", 1, text(1)).hash();
        assertThat(
                        List.of(
                                compile.compiled("b", 1, text(1)).hash(),
                                compile.compiled("a", 2, text(1)).hash(),
                                compile.compiled("a", 1, text(2)).hash()))
                .doesNotContain(one)
                .doesNotHaveDuplicates();
        assertThat(new ModelsInMemory(clock).compile().compiled("a", 1, text(1)).hash())
                .isEqualTo(one);
    }

    @Test
    void aShippedModelAndItsTextSayTheSame() {
        DecisionModel shipped = ModelFixture.shipped();
        DecisionModel again =
                models.compile().checked("decision_model", "copy", 1, ModelText.of(shipped));
        assertThat(again.criteria()).isEqualTo(shipped.criteria());
        assertThat(again.feasibility()).isEqualTo(shipped.feasibility());
        assertThat(again.facts()).isEqualTo(shipped.facts());
        assertThat(again.advice()).isEqualTo(shipped.advice());
    }

    private static final PageRequest PAGE = PageRequest.first();

    private void create(String id) {
        edit.create(command(), Ownership.none(), id, "decision_model", text(1));
    }

    private void save(String id, int nearTie) {
        edit.update(command(), id, "", "decision_model", before -> text(nearTie));
    }

    private Command command() {
        return Callers.command(Callers.ann(), "request-" + requests++, clock.instant());
    }

    private static Reach reach() {
        return Reach.everything(Callers.ACME);
    }

    private static ModelText text(int nearTie) {
        return new ModelText(
                "Ours",
                List.of(new ModelText.Fact("derived.people", "How many?", List.of("5", "500"))),
                List.of(
                        new ModelText.Criterion(
                                "many",
                                2,
                                "derived.people > 100.0",
                                new ModelText.Points(-10, 10, 0),
                                "There are many.",
                                Map.of(),
                                "our own")),
                List.of(
                        new ModelText.Rule(
                                "crowd",
                                2,
                                "derived.people > 400.0",
                                Set.of(Workflow.SYNCHRONOUS),
                                Optional.of(FeasibilityRule.Severity.GAP),
                                "A room.",
                                "Find one.",
                                "our own")),
                nearTie,
                0,
                new ModelText.Guide("learning-guide", 1));
    }
}
