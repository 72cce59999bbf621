package io.syncopate.assessment.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Value;
import io.syncopate.assessment.model.Criterion;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.Expression;
import io.syncopate.assessment.model.Expressions;
import io.syncopate.assessment.model.Expressions.Evaluation;
import io.syncopate.assessment.model.FeasibilityRule;
import io.syncopate.assessment.model.Situation;
import io.syncopate.assessment.model.cel.CelFixture;
import io.syncopate.assessment.model.yaml.ModelFixture;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is evaluated again after a change is what a brief that states it gets. */
class ChangedSituationsPropertiesTest {

    private final Expressions cel = CelFixture.cel();
    private final DecisionModel model = ModelFixture.shipped();
    private final List<Expression> expressions =
            Stream.concat(
                            model.criteria().stream().map(Criterion::when),
                            model.feasibility().stream().map(FeasibilityRule::when))
                    .toList();

    @Property(tries = 150)
    void anExpressionHoldsAsFarAsTheLeastThatItDemands(@ForAll("briefs") Brief brief) {
        Evaluation evaluation = cel.over(model.situation(brief));

        for (Expression each : expressions) {
            assertThat(each.demands().stream().mapToInt(evaluation::degree).min())
                    .as(each.text())
                    .hasValue(evaluation.degree(each));
        }
    }

    @Property(tries = 150)
    void aChangedSituationIsThatOfTheChangedBrief(
            @ForAll("briefs") Brief brief, @ForAll("briefs") Brief other) {
        SortedMap<Fact, Value> some = someOf(other);
        Situation situation = model.situation(brief);

        Evaluation changed = cel.over(situation).with(situation.otherwise(some, Map.of()));
        Evaluation anew = cel.over(model.situation(brief.with(some)));

        for (Expression each : expressions) {
            assertThat(changed.degree(each)).as(each.text()).isEqualTo(anew.degree(each));
        }
    }

    @Property(tries = 150)
    void whatNoLeverOfAnExpressionTouchesStays(@ForAll("briefs") Brief brief) {
        Situation situation = model.situation(brief);
        Evaluation evaluation = cel.over(situation);

        for (Lever lever : Levers.of(model, situation)) {
            for (Lever.Rung rung : lever.rungs()) {
                Evaluation changed =
                        evaluation.with(
                                situation.otherwise(new TreeMap<>(rung.stated()), rung.minutes()));
                for (Expression each : expressions) {
                    if (each.reads().stream().noneMatch(lever.touches()::contains)) {
                        assertThat(changed.degree(each))
                                .as("%s after %s", each.text(), lever.path())
                                .isEqualTo(evaluation.degree(each));
                    }
                }
            }
        }
    }

    @Property(tries = 100)
    void aLeverNeverStaysWhereItIs(@ForAll("briefs") Brief brief) {
        for (Lever lever : Levers.of(model, model.situation(brief))) {
            assertThat(lever.rungs())
                    .as(lever.path())
                    .isNotEmpty()
                    .noneMatch(rung -> lever.from().filter(rung.to()::equals).isPresent());
        }
    }

    /** Every third fact that a brief states. */
    private static SortedMap<Fact, Value> someOf(Brief brief) {
        var some = new TreeMap<Fact, Value>();
        int count = 0;
        for (var entry : brief.stated().entrySet()) {
            if (count++ % 3 == 0) {
                some.put(entry.getKey(), entry.getValue());
            }
        }
        return some;
    }

    @Provide
    Arbitrary<Brief> briefs() {
        return BriefArbitraries.any();
    }
}
