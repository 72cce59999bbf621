package io.syncopate.assessment.model;

import io.syncopate.assessment.brief.Activity;
import io.syncopate.assessment.brief.Activity.Interaction;
import io.syncopate.assessment.brief.Activity.Mode;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells what an activity needs: from what happens between people in it, else from the words that
 * describe it, else from how its owner planned it self-paced. A live form alone is no need: somebody reading
 * slides to people is live and needs nobody live.
 *
 * @param words one pattern for all kinds, with a group for each in their order: a text is gone through
 *     once, and the kind that it names first is the one
 */
public record ActivityKinds(List<ActivityKind> kinds, Pattern words) {

    private static final int UNKNOWN_MINUTES = 30;

    /** The guide's modules (L-060), for self-paced material of which no kind is known. */
    private static final Portion UNKNOWN_PORTION = new Portion(10, 15);

    /** One facilitator's practice group; virtual classes of 12 to 20 stay in touch with each other. */
    private static final int PRACTICE_GROUP = 15;

    private static final int DISCUSSION_GROUP = 20;

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

    /** Into what lengths self-paced material of a kind is cut; empty when the kind leaves it open. */
    public static Optional<Portion> cut(Optional<ActivityKind> kind) {
        return kind.isEmpty() ? Optional.of(UNKNOWN_PORTION) : kind.flatMap(ActivityKind::portion);
    }

    /**
     * Most people in one live group of it: the least of what its words and what happens in it ask for;
     * 0 when nothing bounds it, as when somebody presents.
     */
    public int group(Activity activity) {
        int happening =
                switch (activity.interaction().orElse(null)) {
                    case NONE, PRESENTATION_ONLY -> 0;
                    case GUIDED_GROUP, REAL_TIME_COLLABORATION -> PRACTICE_GROUP;
                    case QUESTIONS -> DISCUSSION_GROUP;
                    case null -> -1;
                };
        if (happening == 0) {
            return 0;
        }
        OptionalInt named = namedGroup(activity);
        if (happening < 0) {
            return named.orElse(DISCUSSION_GROUP);
        }
        return named.stream()
                .filter(most -> most > 0 && most < happening)
                .findFirst()
                .orElse(happening);
    }

    /** The smallest of the groups that its text names, one without a bound after all others. */
    private OptionalInt namedGroup(Activity activity) {
        Matcher matcher = words.matcher(activity.text());
        boolean unbounded = false;
        int least = Integer.MAX_VALUE;
        while (matcher.find()) {
            OptionalInt group =
                    kindAt(matcher).map(ActivityKind::group).orElse(OptionalInt.empty());
            if (group.isPresent() && group.getAsInt() == 0) {
                unbounded = true;
            } else if (group.isPresent()) {
                least = Math.min(least, group.getAsInt());
            }
        }
        if (least < Integer.MAX_VALUE) {
            return OptionalInt.of(least);
        }
        return unbounded ? OptionalInt.of(0) : OptionalInt.empty();
    }

    /** The first that its text names. */
    public Optional<ActivityKind> kindOf(Activity activity) {
        Matcher matcher = words.matcher(activity.text());
        return matcher.find() ? kindAt(matcher) : Optional.empty();
    }

    private Optional<ActivityKind> kindAt(Matcher found) {
        for (int i = 0; i < kinds.size(); i++) {
            if (found.start(i + 1) >= 0) {
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
            // A form is no need (L-055): it may stay live, and speaks for nothing.
            case LIVE ->
                    new Reading(ActivityNeed.EITHER, "Nothing stated in it needs people together.");
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
