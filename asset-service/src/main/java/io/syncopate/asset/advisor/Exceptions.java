package io.syncopate.asset.advisor;

import static io.syncopate.asset.advisor.Practice.Kind.*;

import static java.time.DayOfWeek.*;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Where to depart from a model, as a table: which model, when, what is done and why (P-063). */
final class Exceptions {

    private static final List<DayOfWeek> WORKDAYS =
            List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);

    /** A longer meeting is unlikely to be about decisions alone. */
    private static final int LONG_MEETING_MINUTES = 60;

    private record Row(
            BiPredicate<ProductionModel, Situation> when, Function<Situation, Practice> practice) {}

    private static final List<Row> ROWS =
            List.of(
                    new Row(
                            (_, s) -> s.deadlines().hasUrgentWork().orElse(false),
                            OnCallReviewer::in),
                    row(
                            Exceptions::drifts,
                            DAILY_STAND_UP,
                            "Every day, ten minutes together to set priorities",
                            10,
                            WORKDAYS,
                            true,
                            "A large asynchronous team lost sight of each other and of what is"
                                    + " first.",
                            "P-006, P-070, N-16",
                            "Scenario 4"),
                    row(
                            (_, s) -> s.current().alertsPerComment().orElse(false),
                            TRANSITION_NOTIFICATIONS,
                            "Notify on transitions that need action, never on a comment or a saved"
                                    + " draft",
                            0,
                            List.of(),
                            true,
                            "When every comment alerts somebody, alerts are ignored.",
                            "P-029, P-070",
                            "Event-driven notification, scenario 4"),
                    row(
                            (_, s) -> s.current().unassignedItems().orElse(false),
                            ITEM_OWNERSHIP,
                            "Each item has a named owner at each stage, who pulls it",
                            0,
                            List.of(),
                            true,
                            "Items sit for days when nobody is assigned to pull them.",
                            "P-018, P-025, P-070",
                            "Scenario 4"),
                    row(
                            (model, s) ->
                                    model != ProductionModel.A
                                            && (s.current().waitsForReview()
                                                    || (model == ProductionModel.B
                                                            && !Practices.meets(s))),
                            REVIEW_SLOTS,
                            "Reviews have fixed times, such as Tuesday and Thursday mornings; where"
                                    + " they are, they are the review window",
                            0,
                            List.of(TUESDAY, THURSDAY),
                            true,
                            "Work waits for one reviewer; fixed times make the wait short and"
                                    + " known.",
                            "P-007, P-069, N-21",
                            "Scenario 3"),
                    row(
                            (model, s) -> model != ProductionModel.A && s.work().hasCoupledWork(),
                            PAIR_SYNC,
                            "Who shapes each other's work, such as copy and design, meets for 30"
                                    + " minutes a week",
                            30,
                            List.of(),
                            true,
                            "Outputs that depend on each other cannot be made apart.",
                            "P-005, P-061, P-064",
                            "Adapting to async conventions, step 2"),
                    row(
                            (_, s) -> s.work().needsMeeting(),
                            DECISION_MEETING,
                            "A handoff of more than three stakeholders, or one with a joint"
                                    + " decision, is a meeting",
                            0,
                            List.of(),
                            true,
                            "Decisions of several at once take longer in writing.",
                            "P-009, P-064, N-07",
                            "Can we mix models"),
                    row(
                            (model, s) -> model != ProductionModel.A && meetingsAreTooMuch(s),
                            TIME_BOX,
                            "Meetings decide and have a strict end; status goes out in writing",
                            30,
                            List.of(),
                            true,
                            "Meetings have become reports of status.",
                            "P-002, P-068",
                            "Model B, scenario 2"),
                    row(
                            (_, s) -> s.current().satisfactionFalls() && gotFaster(s.current()),
                            MORALE_SYNC,
                            "A quarter of an hour together each week, for morale",
                            15,
                            List.of(),
                            false,
                            "The work got faster and satisfaction fell: people may feel alone or"
                                    + " overloaded.",
                            "P-004",
                            "Step 6"));

    private Exceptions() {}

    static List<Practice> of(ProductionModel model, Situation situation) {
        return ROWS.stream()
                .filter(row -> row.when.test(model, situation))
                .map(row -> row.practice.apply(situation))
                .toList();
    }

    /** A team in C, or one that came from it, that shows one of the three signs of the guide. */
    private static boolean drifts(ProductionModel model, Situation situation) {
        Situation.Current current = situation.current();
        boolean asynchronous = current.isIn(ProductionModel.C);
        boolean signs =
                current.unassignedItems().orElse(false)
                        || current.alertsPerComment().orElse(false)
                        || current.satisfactionFalls();
        return model != ProductionModel.A && asynchronous && signs;
    }

    static boolean meetingsAreTooMuch(Situation situation) {
        Optional<Integer> minutes = situation.current().meetingMinutes();
        return situation.current().reportsStatus()
                || minutes.filter(length -> length > LONG_MEETING_MINUTES).isPresent();
    }

    private static boolean gotFaster(Situation.Current current) {
        return current.cycleDays()
                .flatMap(now -> current.cycleDaysBefore().map(before -> now < before))
                .orElse(false);
    }

    private static Row row(
            BiPredicate<ProductionModel, Situation> when,
            Practice.Kind kind,
            String text,
            int minutes,
            List<DayOfWeek> days,
            boolean mandatory,
            String reason,
            String rules,
            String passage) {
        var practice =
                new Practice(
                        kind, text, minutes, days, mandatory, reason, new Source(rules, passage));
        return new Row(when, _ -> practice);
    }
}
