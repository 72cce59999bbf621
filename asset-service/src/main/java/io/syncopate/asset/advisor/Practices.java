package io.syncopate.asset.advisor;

import static io.syncopate.asset.advisor.Practice.Kind.*;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;

/** How each model is run. */
final class Practices {

    /** From this size on, the hybrid has meetings of its own; below, fixed review times do (P-069). */
    private static final int TEAM_THAT_MEETS = 5;

    private static final Source STEP_3 = new Source("P-039, P-040, P-075", "Step 3");

    private Practices() {}

    static List<Practice> of(ProductionModel model, Situation situation) {
        return switch (model) {
            case A -> List.of(kickoff());
            case B -> hybrid(situation);
            case C -> asynchronous(situation);
        };
    }

    /** Whether the hybrid is run by meetings; by conventions and review times alone otherwise. */
    static boolean meets(Situation situation) {
        return situation.team().people().orElse(TEAM_THAT_MEETS) >= TEAM_THAT_MEETS;
    }

    private static List<Practice> hybrid(Situation situation) {
        List<Practice> practices = new ArrayList<>();
        if (meets(situation)) {
            practices.add(
                    every(
                            PLANNING_MEETING,
                            "On Monday, clear dependencies and set the order of the queues",
                            MONDAY,
                            "Execution in between needs no talk when priorities are clear.",
                            new Source("P-001, P-068, P-086", "Model B, scenario 2")));
            practices.add(
                    every(
                            REVIEW_MEETING,
                            "On Thursday, look at what is finished, before it goes out",
                            THURSDAY,
                            "Faults are caught before anything is distributed.",
                            new Source("P-001, P-068, P-086", "Model B, scenario 2")));
            practices.add(kickoff());
        }
        practices.add(
                new Practice(
                        CONVENTIONS,
                        meets(situation)
                                ? "Agree on names of files and on a definition of done per step"
                                : "One shared folder and a sign that something is ready, such as a"
                                        + " 'ready' comment: a change of conventions, nothing to"
                                        + " buy",
                        0,
                        List.of(),
                        true,
                        "Who works when free has to see what is ready without asking.",
                        meets(situation) ? STEP_3 : new Source("P-069, P-075", "Scenario 3")));
        return practices;
    }

    private static List<Practice> asynchronous(Situation situation) {
        List<Practice> practices = new ArrayList<>();
        practices.add(
                always(
                        CONVENTIONS,
                        "Agree on names of files and on a definition of done per step, on one"
                                + " page",
                        "Without them assets are lost or overwritten.",
                        STEP_3));
        practices.add(
                always(
                        WORKFLOW_CHAMPION,
                        "Name one person who keeps documentation and standards",
                        "Teams that succeed in C have one.",
                        new Source("P-059", "Model C")));
        practices.add(
                always(
                        ASSET_PASSPORT,
                        "Each item carries creator, version, status and dependencies",
                        "It was what made the difference for the agency that took up C.",
                        new Source("P-042, P-060", "Model C")));
        practices.add(
                new Practice(
                        REVIEW_WINDOW,
                        "Reviewers plan their own time, and answer within 24 hours by the clock",
                        24 * 60,
                        List.of(),
                        true,
                        "An absent reviewer must not stop an asset; where review times are fixed,"
                                + " they are the window (N-21).",
                        new Source("P-045, P-087, N-06", "Quality control, model C")));
        practices.add(
                always(
                        QUEUE_GROOMING,
                        "Look through the queues regularly for what has waited for three days",
                        "What waits for long may be stale.",
                        new Source("P-023, P-024", "Queue-based handoff")));
        boolean strictBrand =
                situation.work().brandConsistency().filter(Level.HIGH::equals).isPresent();
        practices.add(
                new Practice(
                        QUALITY_AUDIT,
                        "Each week, look together at a random sample of what was approved",
                        0,
                        List.of(),
                        strictBrand,
                        "It catches what reviews at different times let pass.",
                        new Source("P-008", "Quality control")));
        practices.add(kickoff());
        return practices;
    }

    private static Practice kickoff() {
        return new Practice(
                KICKOFF,
                "Begin each campaign with a short briefing together",
                15,
                List.of(),
                false,
                "A common picture of the goal is made fastest by talking.",
                new Source("P-010", "Can we mix models"));
    }

    private static Practice always(Practice.Kind kind, String text, String reason, Source source) {
        return new Practice(kind, text, 0, List.of(), true, reason, source);
    }

    private static Practice every(
            Practice.Kind kind, String text, DayOfWeek day, String reason, Source source) {
        return new Practice(kind, text, 0, List.of(day), true, reason, source);
    }
}
