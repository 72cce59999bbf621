package io.syncopate.assessment.lint;

import io.syncopate.assessment.brief.Activity;
import io.syncopate.assessment.brief.Activity.Attendance;
import io.syncopate.assessment.brief.Activity.Interaction;
import io.syncopate.assessment.brief.Activity.Mode;
import io.syncopate.assessment.brief.Brief;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Live sessions that the content as a whole does not need. Optional ones are let pass, and so are
 * those that give structure to people who need it.
 */
final class LiveNeedCheck implements Check {

    private static final List<String> NEEDS =
            List.of(
                    "content.learners_react_to_each_other",
                    "content.needs_demonstration",
                    "content.needs_practice_with_feedback",
                    "content.needs_discussion",
                    "content.errors_must_be_caught_quickly",
                    "content.sensitive_topic");

    /** What has these is already found in the activity itself. */
    private static final Set<Interaction> FOUND_THERE =
            Set.of(Interaction.NONE, Interaction.PRESENTATION_ONLY);

    @Override
    public Stream<Finding> in(Plan plan) {
        Brief brief = plan.brief();
        List<Activity> live = brief.activities().stream().filter(LiveNeedCheck::isImposed).toList();
        if (live.isEmpty() || needsLive(brief) || needsStructure(brief)) {
            return Stream.empty();
        }
        return Stream.of(
                new Finding(
                        "live-beyond-need",
                        Severity.WARNING,
                        plan.pathOf(live.getFirst().key()) + ".mode",
                        "The content is informational and nothing in it is stated to need people"
                                + " together, but these are planned live: %s. More interaction is"
                                        .formatted(
                                                live.stream()
                                                        .map(Activity::key)
                                                        .collect(Collectors.joining(", ")))
                                + " not better in itself; it tires and frustrates.",
                        "Make them self-paced or optional, or state what in the content needs"
                                + " people together.",
                        Finding.source(
                                "L-055", "Common mistakes: more interaction is always better")));
    }

    private static boolean isImposed(Activity activity) {
        return activity.mode().filter(Mode.LIVE::equals).isPresent()
                && activity.attendance().filter(Attendance.OPTIONAL::equals).isEmpty()
                && activity.interaction().filter(FOUND_THERE::contains).isEmpty();
    }

    private static boolean needsLive(Brief brief) {
        return !brief.is("content.nature", "INFORMATIONAL")
                || NEEDS.stream().anyMatch(need -> brief.flag(need).orElse(false))
                || !brief.flag("content.interaction_replicable_async").orElse(true);
    }

    private static boolean needsStructure(Brief brief) {
        return Stream.of("audience.self_regulation", "audience.motivation")
                .anyMatch(trait -> brief.is(trait, "LOW") || brief.is(trait, "MIXED"));
    }
}
