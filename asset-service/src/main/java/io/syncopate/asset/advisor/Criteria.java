package io.syncopate.asset.advisor;

import io.syncopate.asset.advisor.Situation.Coupling;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The evidence, as a table: when it holds, what it adds to A, B and C, why, and where it is from.
 * Ranges of channels and of people overlap in the guide and are soft (N-05): they are rungs here,
 * and what the work is like decides between models whose ranges both hold.
 */
final class Criteria {

    private static final String SIZE = "team.size";
    private static final String CHANNELS = "work.channels";
    private static final String TURNAROUND = "deadlines.target_turnaround_hours";
    private static final String PARTS = "tooling.parts";

    private static final List<Criterion> TEAM =
            List.of(
                    row(
                            "small-team",
                            between(s -> s.team().people(), 1, 4),
                            points(30, 10, -10),
                            "Up to four people settle most things by asking each other.",
                            "P-056, P-062",
                            "Model A",
                            SIZE),
                    row(
                            "middle-team",
                            between(s -> s.team().people(), 5, 15),
                            points(-20, 60, 20),
                            "Five to fifteen people are the team that the hybrid is made for.",
                            "P-058",
                            "Model B",
                            SIZE),
                    row(
                            "large-team",
                            between(s -> s.team().people(), 16, Integer.MAX_VALUE),
                            points(-60, -10, 40),
                            "With more than fifteen people, common times are hard to find.",
                            "P-058, P-059",
                            "Models B and C",
                            SIZE),
                    row(
                            "part-timers",
                            yes(s -> s.team().partTime()),
                            points(-30, 20, 20),
                            "People who are there for a part of the week keep each other waiting"
                                    + " when each step waits for the one before.",
                            "P-069",
                            "Scenario 3",
                            "team.part_time"),
                    row(
                            "little-discipline",
                            is(s -> s.team().discipline(), Level.LOW),
                            points(40, 0, -120),
                            "What is not written down is lost between queues.",
                            "P-059",
                            "Model C",
                            "team.documentation_discipline"),
                    row(
                            "some-discipline",
                            is(s -> s.team().discipline(), Level.MEDIUM),
                            points(0, 30, 0),
                            "Meetings catch what is not written down.",
                            "P-054, P-059",
                            "Comparison of the models",
                            "team.documentation_discipline"),
                    row(
                            "much-discipline",
                            is(s -> s.team().discipline(), Level.HIGH),
                            points(0, 10, 70),
                            "The team writes down what others need, which queues rest on.",
                            "P-059, P-066",
                            "Model C, scenario 1",
                            "team.documentation_discipline"),
                    row(
                            "champion",
                            yes(s -> s.team().champion()),
                            points(0, 0, 40),
                            "Somebody keeps documentation and standards.",
                            "P-059",
                            "Model C",
                            "team.workflow_champion"),
                    row(
                            "conventions",
                            yes(s -> s.team().conventions()),
                            points(0, 10, 40),
                            "Names and definitions of done are agreed already.",
                            "P-055, P-075",
                            "Step 3",
                            "team.conventions_in_place"),
                    row(
                            "no-conventions",
                            no(s -> s.team().conventions()),
                            points(10, 0, -20),
                            "Without conventions assets are lost or overwritten.",
                            "P-055, P-075",
                            "Model C, step 3",
                            "team.conventions_in_place"));

    private static final List<Criterion> WORK =
            List.of(
                    row(
                            "few-channels",
                            between(s -> s.work().channels(), 1, 3),
                            points(40, 20, -20),
                            "Up to three channels can be led through one after the other.",
                            "P-053, P-056",
                            "Comparison of the models",
                            CHANNELS),
                    row(
                            "four-channels",
                            between(s -> s.work().channels(), 4, 4),
                            points(-30, 40, 30),
                            "Four channels are more than a linear chain carries.",
                            "P-053, P-054, P-066",
                            "Comparison of the models, scenario 1",
                            CHANNELS),
                    row(
                            "several-channels",
                            between(s -> s.work().channels(), 5, 7),
                            points(-100, 60, 50),
                            "Five to seven channels lie within the ranges of B and C, and beyond"
                                    + " that of A.",
                            "P-053, P-054, P-055",
                            "Comparison of the models",
                            CHANNELS),
                    row(
                            "many-channels",
                            between(s -> s.work().channels(), 8, 9),
                            points(-150, 0, 80),
                            "Eight channels and more leave the range of B.",
                            "P-054, P-055",
                            "Comparison of the models",
                            CHANNELS),
                    row(
                            "ten-channels",
                            between(s -> s.work().channels(), 10, Integer.MAX_VALUE),
                            points(-180, -40, 110),
                            "Ten channels and more are where queues scale and meetings do not.",
                            "P-055, P-059",
                            "Model C",
                            CHANNELS),
                    row(
                            "several-clients",
                            between(s -> s.work().clients(), 2, Integer.MAX_VALUE),
                            points(-40, 0, 20),
                            "Work for several clients runs side by side.",
                            "P-070",
                            "Scenario 4",
                            "work.clients"),
                    row(
                            "low-volume",
                            is(s -> s.work().volume(), Level.LOW),
                            points(40, 0, -20),
                            "There is little to make at a time, so little waits.",
                            "P-056",
                            "Model A",
                            "work.volume"),
                    row(
                            "some-volume",
                            is(s -> s.work().volume(), Level.MEDIUM),
                            points(0, 20, 10),
                            "Several assets are under way at a time.",
                            "P-058",
                            "Model B",
                            "work.volume"),
                    row(
                            "high-volume",
                            is(s -> s.work().volume(), Level.HIGH),
                            points(-60, 10, 50),
                            "Small delays add up over many assets.",
                            "P-056, P-070",
                            "Models A and C",
                            "work.volume"),
                    row(
                            "simultaneous-launch",
                            yes(s -> s.work().simultaneousLaunch()),
                            points(-80, 20, 20),
                            "All channels have to be ready together, which a chain of steps cannot"
                                    + " do.",
                            "P-057",
                            "Model A",
                            "work.simultaneous_launch"),
                    row(
                            "close-coupling",
                            is(s -> s.work().coupling(), Coupling.HIGH),
                            points(30, 70, -60),
                            "Steps decide each other: who makes them has to meet.",
                            "P-061, P-068",
                            "Step 2, scenario 2",
                            "work.coupling"),
                    row(
                            "mixed-coupling",
                            is(s -> s.work().coupling(), Coupling.MIXED),
                            points(-10, 50, 0),
                            "Some steps decide each other, the rest can run by itself.",
                            "P-061, P-063",
                            "Step 2",
                            "work.coupling"),
                    row(
                            "some-coupling",
                            is(s -> s.work().coupling(), Coupling.MEDIUM),
                            points(0, 30, 0),
                            "Dependencies have to be cleared from time to time.",
                            "P-061, P-058",
                            "Step 2, model B",
                            "work.coupling"),
                    row(
                            "clear-borders",
                            is(s -> s.work().coupling(), Coupling.LOW),
                            points(-20, 0, 50),
                            "Tasks have clear borders and can run in parallel.",
                            "P-061, P-066",
                            "Step 2, scenario 1",
                            "work.coupling"),
                    row(
                            "coupled-pairs",
                            s -> !s.work().pairs().isEmpty(),
                            points(10, 20, -10),
                            "Pairs are named whose results shape each other.",
                            "P-061",
                            "Step 2",
                            "work.coupled_pairs"),
                    row(
                            "strict-brand",
                            is(s -> s.work().brandConsistency(), Level.HIGH),
                            points(10, 50, -20),
                            "A common look at what is finished catches what is off the brand.",
                            "P-068, P-086",
                            "Scenario 2",
                            "work.brand_consistency"),
                    row(
                            "loose-brand",
                            is(s -> s.work().brandConsistency(), Level.LOW),
                            points(0, 0, 10),
                            "Assets need not be compared with each other.",
                            "P-061",
                            "Step 2",
                            "work.brand_consistency"),
                    row(
                            "many-stakeholders",
                            between(s -> s.work().stakeholders(), 4, Integer.MAX_VALUE),
                            points(10, 30, -20),
                            "More than three stakeholders in a handoff call for a meeting.",
                            "P-009, N-07",
                            "Can we mix models",
                            "work.stakeholders_per_handoff"),
                    row(
                            "few-stakeholders",
                            between(s -> s.work().stakeholders(), 1, 3),
                            points(0, 0, 20),
                            "Handoffs go from one to the next.",
                            "P-009",
                            "Can we mix models",
                            "work.stakeholders_per_handoff"),
                    row(
                            "joint-decision",
                            yes(s -> s.work().jointDecision()),
                            points(20, 40, -30),
                            "A decision has to be taken by several at once.",
                            "P-009, N-07",
                            "Can we mix models",
                            "work.joint_decision_needed"));

    private static final List<Criterion> PRESSURE =
            List.of(
                    row(
                            "within-a-day",
                            hours(0, 24),
                            points(-80, -10, 70),
                            "Only queues are known to bring an asset through within a day.",
                            "P-055, P-066",
                            "Comparison of the models, scenario 1",
                            TURNAROUND),
                    row(
                            "within-three-days",
                            hours(24, 72),
                            points(-30, 40, 30),
                            "One to three days are what the hybrid takes.",
                            "P-054",
                            "Comparison of the models",
                            TURNAROUND),
                    row(
                            "within-a-week",
                            hours(72, Double.MAX_VALUE),
                            points(20, 20, 0),
                            "There is time for a step to wait for the one before.",
                            "P-053",
                            "Comparison of the models",
                            TURNAROUND),
                    row(
                            "urgent-work",
                            s -> s.deadlines().hasUrgentWork().orElse(false),
                            points(-30, 0, 0),
                            "What is urgent stops a chain in which every step waits.",
                            "P-050, P-056",
                            "Urgent requests, model A",
                            "deadlines.urgent_requests"),
                    row(
                            "all-tools",
                            s -> statesParts(s) && missingForC(s).isEmpty(),
                            points(0, 10, 50),
                            "Storage, board, versions and notifications are all there.",
                            "P-059",
                            "Model C",
                            PARTS),
                    row(
                            "tools-missing",
                            s -> statesParts(s) && !missingForC(s).isEmpty(),
                            points(10, 10, -60),
                            "C would need tools that are not there.",
                            "P-059",
                            "Model C",
                            PARTS),
                    row(
                            "no-budget",
                            is(s -> s.tooling().budget(), Situation.Budget.NONE),
                            points(10, 10, -30),
                            "C costs more to set up; B can be a change of conventions alone.",
                            "P-059, P-069",
                            "Model C, scenario 3",
                            "tooling.setup_budget"));

    private static final List<Criterion> TODAY =
            List.of(
                    row(
                            "chain-waits-for-one",
                            s ->
                                    s.current().isIn(ProductionModel.A)
                                            && s.current().waitsForReview(),
                            points(-90, 40, 20),
                            "In the chain of today, work waits for one person.",
                            "P-056, P-069",
                            "Model A, scenario 3",
                            "current.model",
                            "current.bottleneck",
                            "current.review_wait_days"),
                    row(
                            "chain-is-slow",
                            s ->
                                    s.current().isIn(ProductionModel.A)
                                            && s.current()
                                                    .cycleDays()
                                                    .filter(days -> days >= 5)
                                                    .isPresent(),
                            points(-40, 20, 20),
                            "An asset takes the longest that A is known to take, or longer.",
                            "P-053, P-069",
                            "Comparison of the models, scenario 3",
                            "current.model",
                            "current.cycle_days"),
                    row(
                            "drift-in-c",
                            s ->
                                    s.current().isIn(ProductionModel.C)
                                            && s.current().satisfactionFalls(),
                            points(0, 30, -20),
                            "The team drifts apart in C; some time together would help.",
                            "P-070, P-004",
                            "Scenario 4",
                            "current.model",
                            "current.satisfaction_trend"),
                    row(
                            "context-lost",
                            yes(s -> s.current().contextLost()),
                            points(-20, 0, 20),
                            "What is handed over by word of mouth is lost; written handoffs keep"
                                    + " it.",
                            "P-035, P-053, P-055",
                            "Comparison of the models",
                            "current.context_lost"));

    /** Every criterion, in the order in which contributions are told. */
    static final List<Criterion> ALL =
            List.of(TEAM, WORK, PRESSURE, TODAY).stream().flatMap(List::stream).toList();

    private Criteria() {}

    private static Criterion row(
            String id,
            Predicate<Situation> when,
            Criterion.Points points,
            String reason,
            String rules,
            String passage,
            String... facts) {
        return new Criterion(id, when, points, reason, new Source(rules, passage), List.of(facts));
    }

    private static Criterion.Points points(int a, int b, int c) {
        return new Criterion.Points(a, b, c);
    }

    private static Predicate<Situation> between(
            Function<Situation, Optional<Integer>> fact, int from, int to) {
        return s -> fact.apply(s).filter(value -> value >= from && value <= to).isPresent();
    }

    /** Above the first, up to and with the second. */
    private static Predicate<Situation> hours(double above, double upTo) {
        return s ->
                s.deadlines()
                        .turnaroundHours()
                        .filter(value -> value > above && value <= upTo)
                        .isPresent();
    }

    private static <T> Predicate<Situation> is(Function<Situation, Optional<T>> fact, T expected) {
        return s -> fact.apply(s).filter(expected::equals).isPresent();
    }

    private static Predicate<Situation> yes(Function<Situation, Optional<Boolean>> fact) {
        return is(fact, true);
    }

    private static Predicate<Situation> no(Function<Situation, Optional<Boolean>> fact) {
        return is(fact, false);
    }

    private static boolean statesParts(Situation situation) {
        return !situation.tooling().parts().isEmpty();
    }

    private static List<ToolPart> missingForC(Situation situation) {
        return ToolPart.missingForC(situation.tooling().parts());
    }
}
