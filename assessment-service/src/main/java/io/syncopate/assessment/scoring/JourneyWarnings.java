package io.syncopate.assessment.scoring;

import io.syncopate.assessment.brief.Activity;
import io.syncopate.assessment.brief.Activity.Interaction;
import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.UnstatedZones;
import io.syncopate.assessment.model.Portion;
import io.syncopate.assessment.model.Source;
import io.syncopate.assessment.model.Workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to mend in one activity of a journey; none of it changes a score. */
final class JourneyWarnings {

    private JourneyWarnings() {}

    /**
     * What is known of one activity.
     *
     * @param linked whether it builds on something self-paced
     * @param repeats whether a self-paced activity has the same content
     * @param portion how long one run of it may be
     */
    record Subject(
            Activity activity,
            boolean live,
            boolean linked,
            boolean repeats,
            Optional<Portion> portion) {}

    static List<Mistake> about(Subject subject, Workflow workflow) {
        var warnings = new ArrayList<Mistake>();
        Activity activity = subject.activity();
        boolean live = subject.live();
        if (live && has(activity, Interaction.PRESENTATION_ONLY)) {
            warnings.add(
                    warning(
                            "presentation-only",
                            "Somebody presents and nobody reacts.",
                            "Record it, and keep the live time for what needs people together.",
                            "L-008",
                            "Core concepts: live lectures in which people read slides"));
        }
        if (live && has(activity, Interaction.NONE)) {
            warnings.add(
                    warning(
                            "needless-live",
                            "Nothing in it needs people together; live time that nobody needs tires"
                                    + " and frustrates.",
                            "Let each choose the time, or let people do something together.",
                            "L-055",
                            "Common mistakes: more interaction is always better"));
        }
        if (!live && has(activity, Interaction.REAL_TIME_COLLABORATION)) {
            warnings.add(
                    warning(
                            "collaboration-with-delay",
                            "Real-time collaboration is expected of a self-paced form.",
                            "Make it live, or expect answers with delay.",
                            "L-009",
                            "Core concepts: expecting real-time collaboration in a self-paced"
                                    + " forum"));
        }
        if (!live && workflow == Workflow.ASYNCHRONOUS) {
            subject.portion()
                    .flatMap(fitting -> length(activity, fitting))
                    .ifPresent(warnings::add);
        }
        if (subject.repeats()) {
            warnings.add(
                    warning(
                            "repeats-content",
                            "It has the same content as a self-paced activity.",
                            "Build on that instead of repeating it.",
                            "L-037",
                            "When to choose blended: live sessions do not repeat async content"));
        }
        if (live && workflow == Workflow.BLENDED && activity.attendance().isEmpty()) {
            warnings.add(
                    warning(
                            "attendance-unset",
                            "Whether learners must come is not stated; until then it counts as"
                                    + " recommended.",
                            "State it: mandatory, recommended or optional.",
                            "L-038",
                            "When to choose blended: mandatory versus optional attendance"));
        }
        if (live && workflow == Workflow.BLENDED && !subject.linked()) {
            warnings.add(
                    warning(
                            "unlinked",
                            "No self-paced work leads up to it.",
                            "Say what it builds on, or put that before it.",
                            "L-039",
                            "Comparison: live and async parts must reinforce each other"));
        }
        return warnings;
    }

    /** Of what is stated alone: a length that nobody stated is the model's, and not to be mended. */
    private static Optional<Mistake> length(Activity activity, Portion fitting) {
        return activity.minutes().stream()
                .filter(minutes -> !fitting.fits(minutes))
                .mapToObj(
                        minutes ->
                                warning(
                                        "module-length",
                                        "It takes %d minutes, and modules of %d to %d keep people with them."
                                                .formatted(minutes, fitting.from(), fitting.to()),
                                        minutes > fitting.to()
                                                ? "Split it."
                                                : "Join it to another one.",
                                        "L-060",
                                        "Compliance scenario: short, focused modules"))
                .findFirst();
    }

    /** What to mend in the journey as a whole. */
    static List<Mistake> about(Brief brief, Journey way) {
        var warnings = new ArrayList<Mistake>();
        if (way.items().stream().anyMatch(JourneyItem::live)) {
            UnstatedZones.of(brief).map(JourneyWarnings::zones).ifPresent(warnings::add);
        }
        LayoutWarnings.load(brief, way.load()).ifPresent(warnings::add);
        return warnings;
    }

    private static Mistake zones(String known) {
        return warning(
                "zones-unstated",
                "Live sessions would be planned as for one group at UTC: " + known,
                "State each zone with its people.",
                "L-084",
                "Friction: a time that suits everybody, in each person's own zone");
    }

    static Mistake warning(String id, String what, String remedy, String rule, String passage) {
        return new Mistake(id, what, remedy, new Source(List.of(rule), passage));
    }

    private static boolean has(Activity activity, Interaction interaction) {
        return activity.interaction().filter(interaction::equals).isPresent();
    }
}
