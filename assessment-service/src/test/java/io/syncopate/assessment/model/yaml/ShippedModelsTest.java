package io.syncopate.assessment.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.ModelCheck;
import io.syncopate.assessment.model.ModelRefusedException;
import io.syncopate.assessment.model.cel.CelFixture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

class ShippedModelsTest {

    @Test
    void everyFactThatTheModelAsksForWeighsSomething() {
        DecisionModel model = ModelFixture.shipped();

        assertThat(model.facts())
                .allSatisfy(fact -> assertThat(model.weight(fact)).as(fact.path()).isPositive());
    }

    @Test
    void everyAdviceThatIsAnsweredExists() {
        DecisionModel model = ModelFixture.shipped();
        var ids = model.advice().stream().map(advice -> advice.id()).toList();

        assertThat(model.advice())
                .allSatisfy(advice -> assertThat(ids).containsAll(advice.answers()));
    }

    @Test
    void everySourceNamesRulesOfTheLedger() {
        Pattern rule = Pattern.compile("L-\\d{3}|N-\\d{2}");

        assertThat(ModelFixture.shipped().criteria())
                .allSatisfy(
                        c ->
                                assertThat(c.source().rules())
                                        .isNotEmpty()
                                        .allMatch(rule.asMatchPredicate()));
    }

    @Test
    void theComparisonHasSevenAspects() {
        assertThat(ModelFixture.comparison().aspects()).hasSize(7);
    }

    @Test
    void aModelIsFoundByItsIdAndVersion() {
        var models = ModelFixture.models();
        assertThat(models.find("learning-guide")).contains(ModelFixture.shipped());
        assertThat(models.find("learning-guide", 1)).contains(ModelFixture.shipped());
        assertThat(models.find("other")).isEmpty();
        assertThat(models.find("other", 1)).isEmpty();
        assertThat(models.find("learning-guide", 2)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "when: brief.content.problem_solving | when: brief.content.problem_salving |"
                        + " time-to-think.when: 'brief.content.problem_salving', line 1",
                "id: self-contained | id: informational | informational: the id is given twice",
                "nearTiePoints: 40 | nearTiePoint: 40 | model: unknown [nearTiePoint]",
                "version: 1 | version: 0 | version 0",
                "- id: skill-development~    step: 1 | - id: skill-development~    step: 6 | steps"
                        + " 6 and 7 come after the choice",
                "- id: skill-development~    step: 1 | - id: skill-development~    step: 8 | 8:"
                        + " expected 1 to 7",
                "{synchronous: -60, asynchronous: 140, blended: 40} | {synchronous: 40,"
                        + " asynchronous: 40, blended: 40} | decides nothing",
                "{synchronous: -60, asynchronous: 140, blended: 40} | {synchronous: 4000,"
                        + " asynchronous: 40, blended: 40} | evidence of 4000 points",
                "  - {path: content.problem_solving, |   - {path: reason_kind, | a workflow is not"
                        + " chosen by it",
            })
    void refusesAModelThatContradictsItself(String good, String bad, String message) {
        String yaml = shippedText();
        String broken = yaml.replace(good.replace("~", "\n"), bad.replace("~", "\n"));
        assertThat(broken).isNotEqualTo(yaml);

        assertThatThrownBy(() -> ModelFixture.read(broken))
                .isInstanceOfAny(ModelRefusedException.class, IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesACriterionThatReadsAFactTheModelDoesNotAskFor() {
        String broken =
                shippedText()
                        .replaceFirst("  - \\{path: audience.friction_tolerance,[^\\n]*\\n", "");

        assertThatThrownBy(() -> ModelFixture.read(broken))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("low-friction-tolerance")
                .hasMessageContaining("audience.friction_tolerance");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[SYNCHRONOUS, BLENDED] | [SYNCHRONOUS, BLENDED]: expected each workflow once",
                "[SYNCHRONOUS, BLENDED, BLENDED] | expected each workflow once",
                "[SYNCHRONOUS, BLENDED, LIVE] | expected one of",
            })
    void refusesAnOrderThatDoesNotRankEachWorkflow(String order, String message) {
        String yaml =
                """
                aspects:
                  - {id: LOAD, title: Load, rule: L-022, mostFirst: %s,
                     synchronous: High, asynchronous: Low, blended: Medium}
                """
                        .formatted(order);

        assertThatThrownBy(() -> ModelFixture.readComparison(yaml))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("LOAD.mostFirst")
                .hasMessageContaining(message);
    }

    @Test
    void refusesACriterionThatCanNeverHold() {
        String broken =
                shippedText()
                        .replace(
                                "when: brief.content.problem_solving\n",
                                "when: brief.content.problem_solving &&"
                                        + " !brief.content.problem_solving\n");
        DecisionModel model = ModelFixture.read(broken);

        assertThatThrownBy(() -> new ModelCheck(CelFixture.cel()).check(model))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("time-to-think")
                .hasMessageContaining("holds for no values");
    }

    private static String shippedText() {
        try (InputStream in =
                ShippedModelsTest.class.getResourceAsStream(
                        "/decision-model/learning-guide-v1.yaml")) {
            if (in == null) {
                throw new AssertionError("the shipped model is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
