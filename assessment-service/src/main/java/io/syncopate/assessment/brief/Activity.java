package io.syncopate.assessment.brief;

import io.syncopate.kernel.InvalidException;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * One step of the learner's way, in the order in which learners meet it.
 *
 * @param key names it within the brief; sessions and assets made from it carry it on
 * @param text what learners do
 * @param mode how the owner wants it; empty or {@link Mode#EITHER} leaves it open
 * @param interaction what happens between people in it
 * @param contentRef what it teaches; two activities with the same one teach the same
 * @param minutes of one run
 * @param attendance what is asked of learners when it is live
 * @param repeat how many times it runs
 */
public record Activity(
        String key,
        String text,
        Optional<Mode> mode,
        Optional<Interaction> interaction,
        String contentRef,
        OptionalInt minutes,
        Optional<Attendance> attendance,
        int repeat) {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public Activity {
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
