package io.syncopate.assessment.scoring;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.BriefFixture;
import io.syncopate.assessment.model.Criterion;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.Expressions;
import io.syncopate.assessment.model.Expressions.Evaluation;
import io.syncopate.assessment.model.Situation;
import io.syncopate.assessment.model.cel.CelFixture;
import io.syncopate.assessment.model.yaml.ModelFixture;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What an answer costs on one core, for a model of 80 criteria: scored alone, with everything that it
 * tells, with the weights at which it holds, with the facts that would change it.
 *
 * <p>{@code ./mvnw -pl assessment-service -am -Pbench clean test-compile}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StabilityBenchmark {

    private static final int CRITERIA = 80;

    /** The first half warms up. */
    private static final int BATCHES = 10;

    /** Of every kind: degrees of one number and of two, bounds, conjunctions and alternatives. */
    private static final List<String> MORE =
            List.of(
                    "ramp(derived.people, %1$d, 2%1$d0)",
                    "ramp(derived.spread_hours, 1, %d)",
                    "derived.people > %d0 && brief.content.complexity == Level.Value.HIGH",
                    "derived.live_minutes > 1.0%d * derived.self_paced_minutes",
                    "brief.audience.motivation == GroupLevel.Value.HIGH && derived.spread_hours <"
                            + " %d",
                    "brief.content.problem_solving || brief.audience.live_time.minutes > %d0",
                    "derived.journey_mix * 0.%d");

    /** {@code BARE} states next to nothing; {@code FULL} so much that only three facts flip it. */
    @Param({"COMPLIANCE", "COACHING", "DATA_ANALYSIS", "BARE", "FULL"})
    public Case brief = Case.COMPLIANCE;

    private final Expressions cel = CelFixture.cel();
    private final AnswerBrief answers = new AnswerBrief(cel, ModelFixture.comparison());
    private final DecisionModel model = model();
    private Brief stated = Case.COMPLIANCE.brief();

    /** What is scored. */
    public enum Case {
        COMPLIANCE,
        COACHING,
        DATA_ANALYSIS,
        BARE,
        FULL;

        Brief brief() {
            return switch (this) {
                case COMPLIANCE -> BriefFixture.compliance().build();
                case COACHING -> BriefFixture.coaching().build();
                case DATA_ANALYSIS -> BriefFixture.dataAnalysis().build();
                case BARE -> BriefFixture.brief().with("objective.type", "SKILL").build();
                case FULL -> full();
            };
        }

        private static Brief full() {
            return BriefFixture.compliance()
                    .with("audience.self_regulation", "HIGH")
                    .with("audience.motivation", "HIGH")
                    .with("audience.tech_literacy", "HIGH")
                    .with("audience.bandwidth", "GOOD")
                    .with("audience.interaction_preference", "REFLECTIVE")
                    .with("audience.preferred_pace", "SELF_PACED")
                    .with("audience.friction_tolerance", "LOW")
                    .with("content.complexity", "LOW")
                    .with("content.problem_solving", true)
                    .with("content.learners_react_to_each_other", false)
                    .with("content.needs_demonstration", false)
                    .with("content.needs_practice_with_feedback", false)
                    .with("content.needs_discussion", false)
                    .with("content.errors_must_be_caught_quickly", false)
                    .with("content.sensitive_topic", false)
                    .with("content.interaction_replicable_async", true)
                    .with("resources.facilitators", "LIMITED")
                    .with("resources.facilitator_count", 2)
                    .with("resources.facilitator_hours_per_week", 10)
                    .with("resources.budget", "MEDIUM")
                    .build();
        }
    }

    @Setup
    public void state() {
        stated = brief.brief();
    }

    /** Which workflow, and by how many points. */
    @Benchmark
    public Ranking scoreAlone() {
        Evaluation evaluation = cel.over(model.situation(stated));
        return Ranking.of(Choice.contributions(model, evaluation), Choice.gaps(model, evaluation));
    }

    /** Everything but how firm it is: contributions, gaps, trace, journey, confidence, receipt. */
    @Benchmark
    public Answer answer() {
        return answers.answer(stated, model);
    }

    @Benchmark
    public Stability scoreWithContributionsAndWeights() {
        Evaluation evaluation = cel.over(model.situation(stated));
        List<Contribution> contributions = Choice.contributions(model, evaluation);
        List<Gap> gaps = Choice.gaps(model, evaluation);
        return Stabilities.ofWeights(model, contributions, gaps, AnswerBrief.SEED, 0, List.of());
    }

    @Benchmark
    public FlipSearch.Found flips() {
        Situation situation = model.situation(stated);
        var effects = new Effects(model, situation, cel.over(situation));
        return new FlipSearch(effects, FlipSearch.MOST_TRIED).upTo(ChangedFacts.MOST);
    }

    @Benchmark
    public Answer answerWithStability() {
        return answers.answerWithStability(stated, model);
    }

    /** The shipped one, and criteria that no other criterion answers for: no two are alike. */
    static DecisionModel model() {
        DecisionModel shipped = ModelFixture.shipped();
        var criteria = new ArrayList<>(shipped.criteria());
        while (criteria.size() < CRITERIA) {
            int number = criteria.size();
            String text = MORE.get(number % MORE.size()).formatted(number / MORE.size() + 2);
            Criterion like = shipped.criteria().get(number % shipped.criteria().size());
            criteria.add(
                    new Criterion(
                            "more-" + number,
                            like.step(),
                            CelFixture.cel().compile(text),
                            like.evidence(),
                            like.reason(),
                            like.mitigations(),
                            like.source()));
        }
        return TinyModel.withCriteria(shipped, criteria);
    }

    /**
     * What the cases flip by, and what each measurement takes of a processor, which a busy machine
     * leaves nearly as it is: median of some batches, in microseconds.
     */
    public static void main(String[] args) {
        var benchmark = new StabilityBenchmark();
        System.out.println("case           searched flips | score  +weights  flips  all");
        for (Case each : Case.values()) {
            benchmark.brief = each;
            benchmark.state();
            FlipSearch.Found found = benchmark.flips();
            System.out.printf(
                    "%-14s %8d %5d | %5.0f %9.0f %6.0f %4.0f%n",
                    each,
                    found.searched(),
                    found.flips().size(),
                    busy(benchmark::scoreAlone, 2_000),
                    busy(benchmark::scoreWithContributionsAndWeights, 2_000),
                    busy(benchmark::flips, 200),
                    busy(benchmark::answerWithStability, 200));
        }
    }

    private static double busy(Supplier<?> measured, int calls) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        double[] batches = new double[BATCHES];
        int kept = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            long begin = thread.getCurrentThreadCpuTime();
            for (int call = 0; call < calls; call++) {
                kept += measured.get() == null ? 0 : 1;
            }
            batches[batch] = (thread.getCurrentThreadCpuTime() - begin) / 1e3 / calls;
        }
        if (kept == 0) {
            throw new AssertionError("nothing was worked out");
        }
        Arrays.sort(batches, BATCHES / 2, BATCHES);
        return batches[BATCHES * 3 / 4];
    }
}
