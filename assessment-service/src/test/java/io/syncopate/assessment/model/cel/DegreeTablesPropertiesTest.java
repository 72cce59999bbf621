package io.syncopate.assessment.model.cel;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.BriefFixture;
import io.syncopate.assessment.model.Derived;
import io.syncopate.assessment.model.Situation;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is looked up is what CEL gives. */
class DegreeTablesPropertiesTest {

    /** Each holds its table over all tries, as it does in a service that runs for weeks. */
    private final CelExpressions cel = new CelExpressions();

    private static final List<String> TEXTS =
            List.of(
                    "derived.people > 15",
                    "15 >= derived.people",
                    "derived.people == 15.0 || derived.people != 200.0",
                    "derived.people > 15 && derived.people <= 200 && derived.spread_hours < 2.5",
                    "derived.spread_hours > -1.5 && derived.spread_hours >= 0.0",
                    "brief.audience.time_zones > 2",
                    "brief.audience.time_zones > 2.5 || brief.audience.time_zones == 3",
                    "has(brief.audience.time_zones) && brief.audience.time_zones < 3",
                    "!has(brief.resources.facilitator_hours_per_week)",
                    "brief.resources.facilitator_hours_per_week <= 2.5",
                    "brief.content.needs_discussion ? derived.people > 30 : derived.people > 3",
                    "(derived.people > 15) == brief.content.needs_discussion",
                    "brief.objective.type == Objective.Type.SKILL && derived.people > 2");

    /** What they cannot be looked up for: more than constants decides it. */
    private static final List<String> WITHOUT_TABLE =
            List.of(
                    "ramp(derived.people, 15, 200)",
                    "derived.people > derived.spread_hours",
                    "derived.people > 3 && derived.people * 2.0 > 7.0",
                    "derived.people > 15.0 * double(brief.resources.facilitator_count)",
                    "brief.audience.time_zones in [2, 3]",
                    "derived.people > 9007199254740993");

    @Property(tries = 2000)
    void aLookedUpDegreeIsTheOneThatCelGives(
            @ForAll("texts") String text, @ForAll("situations") Situation situation) {
        var expression = (CelExpression) cel.compile(text);
        assertThat(expression.table()).as(text).isPresent();

        assertThat(cel.over(situation).degree(expression))
                .as("%s over %s", text, situation)
                .isEqualTo(cel.over(situation).degree(withoutTable(expression)));
    }

    @Test
    void aNumberThatIsNotOnlyComparedWithConstantsIsEvaluated() {
        for (String text : WITHOUT_TABLE) {
            assertThat(((CelExpression) cel.compile(text)).table()).as(text).isEmpty();
        }
    }

    private static CelExpression withoutTable(CelExpression expression) {
        return new CelExpression(
                expression.text(),
                expression.reads(),
                expression.stated(),
                expression.program(),
                List.of(),
                Optional.empty());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(TEXTS);
    }

    @Provide
    Arbitrary<Situation> situations() {
        Arbitrary<Double> numbers =
                Arbitraries.of(
                        0.0,
                        -0.0,
                        0.5,
                        1.0,
                        2.0,
                        2.4,
                        2.5,
                        2.6,
                        3.0,
                        14.9,
                        15.0,
                        15.1,
                        30.0,
                        31.0,
                        200.0,
                        200.5,
                        1e9,
                        Double.POSITIVE_INFINITY,
                        Double.NaN);
        return Combinators.combine(briefs(), numbers, numbers)
                .as(
                        (brief, people, spread) -> {
                            var derived = new EnumMap<Derived, Double>(Derived.class);
                            derived.put(Derived.PEOPLE, people);
                            derived.put(Derived.SPREAD_HOURS, spread);
                            return new Situation(brief, Map.copyOf(derived));
                        });
    }

    private static Arbitrary<Brief> briefs() {
        return Combinators.combine(
                        Arbitraries.of(0, 1, 2, 3, 4).optional(0.8),
                        Arbitraries.of(0.0, 2.4, 2.5, 2.6).optional(0.8),
                        Arbitraries.of(true, false).optional(0.7),
                        Arbitraries.of("SKILL", "ATTITUDE").optional(0.7))
                .as(
                        (zones, hours, discussion, type) -> {
                            BriefFixture brief = BriefFixture.brief();
                            zones.ifPresent(it -> brief.with("audience.time_zones", it));
                            hours.ifPresent(
                                    it -> brief.with("resources.facilitator_hours_per_week", it));
                            discussion.ifPresent(it -> brief.with("content.needs_discussion", it));
                            type.ifPresent(it -> brief.with("objective.type", it));
                            return brief.build();
                        });
    }
}
