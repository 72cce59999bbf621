package io.syncopate.assessment.learner;

import io.syncopate.assessment.brief.Activity.Attendance;
import io.syncopate.assessment.scoring.JourneyItem;
import io.syncopate.kernel.RefusedException.Violation;

import java.util.ArrayList;
import java.util.List;

/**
 * One page for the learners of a programme.
 *
 * @param objective what they can do or know afterwards
 */
public record LearnerSheet(String title, String objective, List<Section> sections) {

    private static final String ACCESS = "learner_information.access";
    private static final String FEEDBACK = "learner_information.feedback";
    private static final String NOT_STATED = "Not stated yet.";

    public LearnerSheet {
        sections = List.copyOf(sections);
    }

    /**
     * A part of it.
     *
     * @param points a list, before the text
     */
    public record Section(String heading, List<String> points, String text) {
        public Section {
            points = List.copyOf(points);
        }
    }

    public static LearnerSheet of(
            String title,
            String objective,
            List<JourneyItem> journey,
            LearnerInformation information) {
        List<JourneyItem> live = journey.stream().filter(JourneyItem::live).toList();
        List<JourneyItem> alone = journey.stream().filter(item -> !item.live()).toList();
        return new LearnerSheet(
                title,
                objective,
                List.of(
                        new Section(
                                "When you have to be there",
                                live.isEmpty()
                                        ? List.of("There are no live sessions.")
                                        : live.stream().map(LearnerSheet::session).toList(),
                                information.attendanceNote()),
                        new Section(
                                "What you do at your own time, and where",
                                alone.isEmpty()
                                        ? List.of("Everything happens in the sessions.")
                                        : alone.stream().map(LearnerSheet::own).toList(),
                                alone.isEmpty()
                                        ? information.access()
                                        : stated(information.access())),
                        new Section(
                                "How feedback reaches you",
                                List.of(),
                                stated(information.feedback()))));
    }

    /** What would have to be stated for it to be complete. */
    public static List<Violation> missing(
            List<JourneyItem> journey, LearnerInformation information) {
        var missing = new ArrayList<Violation>();
        boolean selfPaced = journey.stream().anyMatch(item -> !item.live());
        if (selfPaced && information.access().isBlank()) {
            missing.add(Violation.missing(ACCESS, "where learners find the self-paced material"));
        }
        if (information.feedback().isBlank()) {
            missing.add(Violation.missing(FEEDBACK, "how feedback reaches learners, and how soon"));
        }
        return missing;
    }

    private static String session(JourneyItem item) {
        return "%s: %s%s. %s%s"
                .formatted(
                        item.text(),
                        item.repeat() > 1 ? item.repeat() + " sessions of " : "",
                        minutes(item),
                        attendance(item.attendance().orElseThrow()),
                        item.recorded() ? " A recording is there for who cannot come." : "");
    }

    private static String own(JourneyItem item) {
        return "%s: %s%s"
                .formatted(
                        item.text(),
                        item.repeat() > 1 ? item.repeat() + " times " : "",
                        minutes(item));
    }

    private static String minutes(JourneyItem item) {
        return item.minutes() + " minutes";
    }

    private static String attendance(Attendance attendance) {
        return switch (attendance) {
            case MANDATORY -> "You have to be there.";
            case RECOMMENDED -> "You need not be there, and we recommend it highly.";
            case OPTIONAL -> "You need not be there.";
        };
    }

    private static String stated(String text) {
        return text.isBlank() ? NOT_STATED : text;
    }
}
