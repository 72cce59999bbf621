package io.syncopate.assessment.model;

import io.syncopate.assessment.brief.Activity;
import io.syncopate.assessment.brief.Activity.Interaction;
import io.syncopate.assessment.brief.Activity.Mode;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells what an activity needs: from what happens between people in it, else from the words that
 * describe it, else from how its owner planned it. A live form alone is no need: somebody reading
 * slides to people is live and needs nobody live.
 *
 * @param words one pattern for all kinds, with a group for each in their order: a text is gone through
 *     once, and the kind that it names first is the one
 */
public record ActivityKinds(List<ActivityKind> kinds, Pattern words) {

    private static final int UNKNOWN_MINUTES = 30;

    public ActivityKinds {
        kinds = List.copyOf(kinds);
    }

    public ActivityKinds(List<ActivityKind> kinds) {
        this(kinds, words(kinds));
    }

    /**
     * What an activity needs, and why.
     *
     * @param reason a sentence
     */
    public record Reading(ActivityNeed need, String reason) {}

    public Reading read(Activity activity) {
        return activity.interaction()
                .flatMap(interaction -> byInteraction(activity, interaction))
                .or(() -> kindOf(activity).map(kind -> new Reading(kind.need(), kind.reason())))
                .orElseGet(() -> byMode(activity));
    }

    /** Of one run: as stated, else what its kind usually takes. */
    public int minutes(Activity activity) {
        return activity.minutes()
                .orElseGet(
                        () -> kindOf(activity).map(ActivityKind::minutes).orElse(UNKNOWN_MINUTES));
    }

    /** How long one run may be; empty when the kind leaves it open. */
    public Optional<Portion> portion(Activity activity) {
        return kindOf(activity).flatMap(ActivityKind::portion);
    }

    private Optional<ActivityKind> kindOf(Activity activity) {
        Matcher matcher = words.matcher(activity.text());
        if (!matcher.find()) {
            return Optional.empty();
        }
        for (int i = 0; i < kinds.size(); i++) {
            if (matcher.start(i + 1) >= 0) {
                return Optional.of(kinds.get(i));
            }
        }
        return Optional.empty();
    }

    private static Pattern words(List<ActivityKind> kinds) {
        return Pattern.compile(
                kinds.stream()
                        .map(ActivityKinds::group)
                        .collect(Collectors.joining("|", "\\b(?:", ")s?\\b")),
                Pattern.CASE_INSENSITIVE);
    }

    private static String group(ActivityKind kind) {
        return kind.words().stream().map(Pattern::quote).collect(Collectors.joining("|", "(", ")"));
    }

    private static Optional<Reading> byInteraction(Activity activity, Interaction interaction) {
        return switch (interaction) {
            case GUIDED_GROUP ->
                    reading(
                            ActivityNeed.TOGETHER,
                            "People practise with guidance and react to each other.");
            case REAL_TIME_COLLABORATION ->
                    reading(
                            ActivityNeed.TOGETHER,
                            "People make something together at the same time.");
            case NONE, PRESENTATION_ONLY ->
                    planned(activity, Mode.LIVE)
                            ? reading(
                                    ActivityNeed.EITHER,
                                    "It is planned live, but nobody in it reacts to anybody.")
                            : reading(
                                    ActivityNeed.ALONE,
                                    "Nobody in it reacts to anybody, so each can choose the time.");
            case QUESTIONS -> Optional.empty();
        };
    }

    private static Reading byMode(Activity activity) {
        return switch (activity.mode().orElse(Mode.EITHER)) {
            case LIVE -> new Reading(ActivityNeed.TOGETHER, "It is planned live.");
            case SELF_PACED -> new Reading(ActivityNeed.ALONE, "It is planned self-paced.");
            case EITHER -> new Reading(ActivityNeed.EITHER, "Nothing in it needs a certain form.");
        };
    }

    private static boolean planned(Activity activity, Mode mode) {
        return activity.mode().filter(mode::equals).isPresent();
    }

    private static Optional<Reading> reading(ActivityNeed need, String reason) {
        return Optional.of(new Reading(need, reason));
    }
}
