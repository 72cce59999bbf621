package io.syncopate.assessment.brief;

import io.syncopate.kernel.InvalidException;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * One step of the learner's way.
 *
 * @param key names it within the brief; sessions and assets made from it carry it on
 * @param text what learners do
 * @param mode how the owner wants it; empty or {@link Mode#EITHER} leaves it open
 * @param interaction what happens between people in it
 * @param contentRef what it teaches; two activities with the same one teach the same
 * @param minutes of one run
 * @param attendance what is asked of learners when it is live
 * @param repeat how many times it runs
 * @param buildsOn keys of the activities that come before it, wherever they stand in the brief
 */
public record Activity(
        String key,
        String text,
        Optional<Mode> mode,
        Optional<Interaction> interaction,
        String contentRef,
        OptionalInt minutes,
        Optional<Attendance> attendance,
        int repeat,
        List<String> buildsOn) {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** One that builds on nothing that is stated. */
    public Activity(
            String key,
            String text,
            Optional<Mode> mode,
            Optional<Interaction> interaction,
            String contentRef,
            OptionalInt minutes,
            Optional<Attendance> attendance,
            int repeat) {
        this(key, text, mode, interaction, contentRef, minutes, attendance, repeat, List.of());
    }

    public Activity {
        buildsOn = List.copyOf(buildsOn);
        if (!KEY.matcher(key).matches()) {
            throw new InvalidException(
                    "brief.activities.key", key, "lower-case letters, digits and '-'");
        }
        if (minutes.isPresent() && minutes.getAsInt() <= 0) {
            throw new InvalidException(
                    "brief.activities.minutes",
                    minutes.getAsInt(),
                    "more than 0 for '%s'".formatted(key));
        }
        if (repeat < 1) {
            throw new InvalidException(
                    "brief.activities.repeat.count", repeat, "1 or more for '%s'".formatted(key));
        }
        var named = new HashSet<String>();
        for (String other : buildsOn) {
            if (!named.add(other)) {
                throw new InvalidException(
                        "brief.activities.builds_on",
                        other,
                        "each key once for '%s'".formatted(key));
            }
        }
    }

    String canonical() {
        var canonical = new StringBuilder();
        Brief.append(canonical, "key", key);
        Brief.append(canonical, "text", text);
        mode.ifPresent(value -> Brief.append(canonical, "mode", value.name()));
        interaction.ifPresent(value -> Brief.append(canonical, "interaction", value.name()));
        Brief.append(canonical, "content_ref", contentRef);
        minutes.ifPresent(value -> Brief.append(canonical, "minutes", String.valueOf(value)));
        attendance.ifPresent(value -> Brief.append(canonical, "attendance", value.name()));
        Brief.append(canonical, "repeat", String.valueOf(repeat));
        buildsOn.forEach(other -> Brief.append(canonical, "builds_on", other));
        return canonical.toString();
    }

    /** Live together, or each at their own time. */
    public enum Mode {
        LIVE,
        SELF_PACED,
        EITHER
    }

    /** What happens between people, least first. */
    public enum Interaction {
        NONE,
        PRESENTATION_ONLY,
        QUESTIONS,
        GUIDED_GROUP,
        REAL_TIME_COLLABORATION
    }

    /** What is asked of learners. */
    public enum Attendance {
        MANDATORY,
        RECOMMENDED,
        OPTIONAL
    }
}
