package io.syncopate.assessment.scoring;

import static io.syncopate.assessment.brief.BriefFixture.brief;
import static io.syncopate.assessment.model.FeasibilityRule.Severity.GAP;
import static io.syncopate.assessment.model.FeasibilityRule.Severity.RULED_OUT;
import static io.syncopate.assessment.model.FeasibilityRule.Severity.SHORTFALL;
import static io.syncopate.assessment.model.Workflow.ASYNCHRONOUS;
import static io.syncopate.assessment.model.Workflow.BLENDED;
import static io.syncopate.assessment.model.Workflow.SYNCHRONOUS;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.BriefFixture;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.cel.CelFixture;
import io.syncopate.assessment.model.yaml.ModelFixture;

import org.junit.jupiter.api.Test;

class FlipSearchTest {

    private static final String SKILL = "brief.objective.type == Objective.Type.SKILL";
    private static final String LOW = "brief.audience.self_regulation == GroupLevel.Value.LOW";

    private final AnswerBrief answers =
            new AnswerBrief(CelFixture.cel(), ModelFixture.comparison());

    @Test
    void tellsWhatIsStatedAndWhatItWouldBe() {
        var model = new TinyModel().with(SKILL, 50, 0, 0).with(LOW, 0, 0, 20).build();
        Brief brief =
                brief().with("objective.type", "SKILL")
                        .with("audience.self_regulation", "LOW")
                        .build();

        assertThat(stability(brief, model).flips())
                .extracting(Flip::text)
                .containsExactly(
                        "If 'objective type' were KNOWLEDGE instead of SKILL, blended would be"
                                + " recommended.");
    }

    @Test
    void tellsThatAFactIsNotStated() {
        var model = new TinyModel().with(SKILL, 50, 0, 0).with(LOW, 0, 0, 70).build();

        assertThat(stability(brief().with("objective.type", "SKILL").build(), model).flips())
                .extracting(Flip::text)
                .containsExactly(
                        "If 'audience self regulation', which is not stated, were LOW, blended"
                                + " would be recommended.");
    }

    @Test
    void needsTwoWhereOneIsTooLittle() {
        var model =
                new TinyModel()
                        .with(SKILL, 50, 0, 0)
                        .with(LOW, 0, 0, 30)
                        .with("brief.content.needs_discussion", 0, 0, 30)
                        .build();
        Brief brief = brief().with("objective.type", "SKILL").build();

        Stability stability = stability(brief, model);

        assertThat(stability.searched()).isEqualTo(2);
        assertThat(stability.flips().getFirst().text())
                .isEqualTo(
                        "If 'audience self regulation', which is not stated, were LOW and 'content"
                                + " needs discussion', which is not stated, were true, blended"
                                + " would be recommended.");
        assertThat(stability.flips()).hasSize(3).allMatch(flip -> flip.changes().size() == 2);
    }

    @Test
    void saysThatNothingUpToThreeFactsFlips() {
        var model = new TinyModel().with(SKILL, 50, 0, 0).build();
        Brief brief = brief().with("objective.type", "SKILL").build();

        assertThat(stability(brief, model).searched()).isEqualTo(3);
        assertThat(stability(brief, model).flips()).isEmpty();
    }

    @Test
    void whatBlocksTheAnswerFlipsIt() {
        var model = new TinyModel().with(SKILL, 50, 0, 0).blocking(LOW, GAP, SYNCHRONOUS).build();
        Brief brief = brief().with("objective.type", "SKILL").build();

        assertThat(stability(brief, model).flips().getFirst().becomes()).isEqualTo(ASYNCHRONOUS);
    }

    @Test
    void closingTheGapOfABetterOneFlips() {
        var model =
                new TinyModel()
                        .with(SKILL, 0, 0, 50)
                        .with("brief.content.needs_discussion", 10, 0, 0)
                        .blocking(LOW, RULED_OUT, BLENDED)
                        .build();
        Brief brief =
                brief().with("objective.type", "SKILL")
                        .with("content.needs_discussion", true)
                        .with("audience.self_regulation", "LOW")
                        .build();

        assertThat(answers.answer(brief, model).recommended()).isEqualTo(SYNCHRONOUS);
        assertThat(stability(brief, model).flips())
                .extracting(Flip::text)
                .containsExactly(
                        "If 'audience self regulation' were MEDIUM instead of LOW, blended would"
                                + " be recommended.");
    }

    @Test
    void aShortfallFlipsNothing() {
        var model =
                new TinyModel().with(SKILL, 50, 0, 0).blocking(LOW, SHORTFALL, SYNCHRONOUS).build();
        Brief brief = brief().with("objective.type", "SKILL").build();

        assertThat(stability(brief, model).flips()).isEmpty();
    }

    /** 100 learners for one facilitator: too few seats, which more hours would mend. */
    @Test
    void hoursOfFacilitatorsAreChangedSoThatGroupsFit() {
        var model =
                new TinyModel()
                        .with(SKILL, 50, 0, 60)
                        .blocking("derived.live_group > 15.0", GAP, BLENDED)
                        .build();
        Brief brief =
                BriefFixture.coaching()
                        .with("audience.size", 100)
                        .with("resources.facilitator_count", 1)
                        .with("resources.facilitator_hours_per_week", 1)
                        .build();

        // Two hours every two weeks for each of 4 groups of up to 30, or of 7 of up to 15.
        assertThat(Levers.of(model, model.situation(brief)))
                .filteredOn(lever -> lever.path().equals("resources.facilitator_hours_per_week"))
                .flatExtracting(Lever::rungs)
                .extracting(Lever.Rung::to)
                .containsExactly("0", "4", "7");
        assertThat(stability(brief, model).flips())
                .extracting(Flip::text)
                .containsExactly(
                        "If 'resources facilitator hours per week' were 7 instead of 1, blended"
                                + " would be recommended.");
    }

    @Test
    void saysHowFarItLookedWhenItStops() {
        var model = ModelFixture.shipped();
        var situation = model.situation(BriefFixture.compliance().build());
        var effects = new Effects(model, situation, CelFixture.cel().over(situation));

        assertThat(new FlipSearch(effects, 0).upTo(3).searched()).isZero();
    }

    private Stability stability(Brief brief, DecisionModel model) {
        return answers.answerWithStability(brief, model).stability().orElseThrow();
    }
}
