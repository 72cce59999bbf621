package io.syncopate.assessment.quality;

import io.syncopate.assessment.brief.Activity;
import io.syncopate.assessment.brief.Activity.Interaction;
import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.scoring.JourneyItem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How far each practice is there, by what the design states. Live time is judged by what happens in
 * it, where that is stated: people who only listen have neither interaction nor feedback, whatever
 * the material has.
 */
final class DesignReading {

    /** The guide's modules are 10 to 15 minutes long. */
    private static final double FITTING_STRETCH = 15;

    /** Three of those at once. */
    private static final double ENDLESS_STRETCH = 45;

    private static final double QUICK_ANSWER = 24;

    /** The guide's check-ins are weekly; what takes longer than a week comes after the next one. */
    private static final double LATE_ANSWER = 7 * 24;

    private static final double WEEK = 7;

    /** After 1, 6, 15 and 38 days: SM-2's intervals for what is recalled well. */
    private static final double ALL_REVIEWS = 4;

    private static final Set<Interaction> REACTING =
            Set.of(
                    Interaction.QUESTIONS,
                    Interaction.GUIDED_GROUP,
                    Interaction.REAL_TIME_COLLABORATION);
    private static final Set<Interaction> DOING =
            Set.of(Interaction.GUIDED_GROUP, Interaction.REAL_TIME_COLLABORATION);

    private final Brief brief;
    private final List<JourneyItem> journey;
    private final Map<String, Activity> activities;

    DesignReading(Brief brief, List<JourneyItem> journey) {
        this.brief = brief;
        this.journey = List.copyOf(journey);
        this.activities =
                brief.activities().stream()
                        .collect(Collectors.toMap(Activity::key, Function.identity()));
    }

    Degree of(Practice practice) {
        return switch (practice) {
            case CHUNKING -> chunking();
            case INTERACTION ->
                    joined(
                            flag(
                                    practice,
                                    "The material has questions or branching in it.",
                                    "The material has nothing to react to."),
                            REACTING,
                            "people react to each other");
            case TIMELY_FEEDBACK -> joined(feedback(), REACTING, "people get answers at once");
            case ACTIVE_LEARNING ->
                    joined(
                            flag(
                                    practice,
                                    "Learners do something with what they learn.",
                                    "Learners do nothing with what they learn."),
                            DOING,
                            "people do something themselves");
            case SPACING -> spacing();
            case RETRIEVAL ->
                    flag(
                            practice,
                            "Learners recall without looking.",
                            "Learners never have to recall.");
        };
    }

    private Degree chunking() {
        OptionalDouble stated = brief.number(Practice.CHUNKING.path());
        if (stated.isEmpty()) {
            return Degree.unknown("How long people only watch or listen is not stated.");
        }
        double minutes = stated.getAsDouble();
        return new Degree(
                falling(minutes, FITTING_STRETCH, ENDLESS_STRETCH),
                true,
                "The longest stretch of watching or listening is %.0f minutes; full marks up to 15, none from 45 on."
                        .formatted(minutes));
    }

    private Degree spacing() {
        OptionalDouble stated = brief.number(Practice.SPACING.path());
        if (stated.isEmpty()) {
            return Degree.unknown("Whether earlier content is reviewed is not stated.");
        }
        double reviews = stated.getAsDouble();
        return new Degree(
                (int) Math.round(Degree.ALL * Math.min(1, reviews / ALL_REVIEWS)),
                true,
                "Reviews planned: %.0f; full marks from four on.".formatted(reviews));
    }

    private Degree feedback() {
        if (brief.flag("design.automated_feedback").orElse(false)) {
            return Degree.of(true, "Answers come automatically.");
        }
        OptionalDouble days = brief.number("design.check_in_every_days");
        OptionalDouble hours = brief.number("design.feedback_turnaround_hours");
        if (days.isPresent() && days.getAsDouble() <= WEEK) {
            return Degree.of(true, "An instructor checks in at least once a week.");
        }
        if (hours.isPresent()) {
            return new Degree(
                    falling(hours.getAsDouble(), QUICK_ANSWER, LATE_ANSWER),
                    true,
                    "Answers are promised within %.0f hours; full marks up to a day, none from a week on."
                            .formatted(hours.getAsDouble()));
        }
        return days.isPresent() || brief.flag("design.automated_feedback").isPresent()
                ? Degree.of(false, "Nothing says that answers come within a week.")
                : Degree.unknown("When answers come is not stated.");
    }

    private Degree flag(Practice practice, String there, String missing) {
        Optional<Boolean> stated = brief.flag(practice.path());
        return stated.isEmpty()
                ? Degree.unknown("Nothing is stated of it.")
                : Degree.of(stated.get(), stated.get() ? there : missing);
    }

    /** Minutes of live time judged by what happens in it, all others as the material is. */
    private Degree joined(Degree material, Set<Interaction> enough, String happening) {
        long judged = minutes(item -> interaction(item).isPresent());
        long all = minutes(item -> true);
        if (judged == 0 || all == 0) {
            return material;
        }
        long good = minutes(item -> interaction(item).filter(enough::contains).isPresent());
        long permille = (Degree.ALL * good + material.permille() * (all - judged)) / all;
        String live = "In %d of %d live minutes %s.".formatted(good, judged, happening);
        return new Degree(
                (int) permille,
                true,
                judged == all ? live : live + " Beside that: " + material.evidence());
    }

    private Optional<Interaction> interaction(JourneyItem item) {
        return item.live()
                ? Optional.ofNullable(activities.get(item.activity()))
                        .flatMap(Activity::interaction)
                : Optional.empty();
    }

    private long minutes(Predicate<JourneyItem> which) {
        return journey.stream()
                .filter(which)
                .mapToLong(item -> (long) item.minutes() * item.repeat())
                .sum();
    }

    private static int falling(double value, double full, double none) {
        double share = (none - value) / (none - full);
        return (int) Math.round(Degree.ALL * Math.max(0, Math.min(1, share)));
    }
}
