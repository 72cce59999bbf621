package io.syncopate.assessment.lint;

import io.syncopate.assessment.scoring.JourneyMistakes;
import io.syncopate.assessment.scoring.Mistake;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an answer warns of in its journey. */
final class JourneyCheck implements Check {

    /** Where in an activity each is mended; one that is not named here is of the activity as a whole. */
    private static final Map<String, String> FIELDS =
            Map.of(
                    "presentation-only", ".mode",
                    "needless-live", ".mode",
                    "collaboration-with-delay", ".mode",
                    "repeats-content", ".content_ref",
                    "attendance-unset", ".attendance",
                    "module-length", ".minutes",
                    "session-too-long", ".minutes",
                    "longer-than-live-time", ".minutes",
                    "builds-on-circle", ".builds_on");

    /** Where in the brief what is of the whole journey is mended. */
    private static final Map<String, String> PLACES =
            Map.of(
                    "zones-unstated", "brief.audience.zones",
                    "weekly-load", "brief.audience.minutes_per_week");

    private static final Map<String, Severity> SEVERITIES =
            Map.of(
                    "collaboration-with-delay", Severity.ERROR,
                    "builds-on-circle", Severity.ERROR,
                    "module-length", Severity.INFO,
                    "zones-unstated", Severity.INFO);

    @Override
    public Stream<Finding> in(Plan plan) {
        Stream<Finding> inActivities =
                JourneyMistakes.ofActivities(plan.brief(), plan.model().kinds(), plan.workflow())
                        .entrySet()
                        .stream()
                        .flatMap(each -> findings(plan.pathOf(each.getKey()), each.getValue()));
        return Stream.concat(
                inActivities,
                JourneyMistakes.ofWhole(plan.brief(), plan.answer().way()).stream()
                        .map(
                                each ->
                                        Finding.of(
                                                each,
                                                severity(each),
                                                PLACES.getOrDefault(
                                                        each.id(), "brief.activities"))));
    }

    private static Stream<Finding> findings(String path, List<Mistake> mistakes) {
        return mistakes.stream()
                .map(
                        each ->
                                Finding.of(
                                        each,
                                        severity(each),
                                        path + FIELDS.getOrDefault(each.id(), "")));
    }

    private static Severity severity(Mistake mistake) {
        return SEVERITIES.getOrDefault(mistake.id(), Severity.WARNING);
    }
}
