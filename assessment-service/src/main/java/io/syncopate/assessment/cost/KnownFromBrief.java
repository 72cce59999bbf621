package io.syncopate.assessment.cost;

import io.syncopate.assessment.brief.Activity;
import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.Zone;
import io.syncopate.assessment.cost.Assumption.Origin;
import io.syncopate.assessment.model.ActivityKinds;
import io.syncopate.assessment.model.ActivityNeed;

import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a caller states goes before what the brief says, and that before published figures. */
final class KnownFromBrief {

    private final Brief brief;
    private final ActivityKinds kinds;

    private KnownFromBrief(Brief brief, ActivityKinds kinds) {
        this.brief = brief;
        this.kinds = kinds;
    }

    static Assumptions with(
            Brief brief, ActivityKinds kinds, Currency currency, Collection<Assumption> stated) {
        var known = new EnumMap<Input, Assumption>(Input.class);
        add(known, currency, published());
        add(known, currency, new KnownFromBrief(brief, kinds).assumptions());
        stated.forEach(each -> known.put(each.input(), each));
        return new Assumptions(currency, known);
    }

    /** A rate that was published in one currency says nothing in another. */
    private static void add(
            Map<Input, Assumption> known, Currency currency, List<Assumption> assumptions) {
        assumptions.stream()
                .filter(each -> !each.input().isRate() || currency.equals(Figures.USD))
                .forEach(each -> known.put(each.input(), each));
    }

    private static List<Assumption> published() {
        return Stream.concat(
                        Figures.NOTHING_KNOWN.stream(),
                        Stream.of(
                                Figures.ONE_COHORT,
                                Figures.HALF_LIVE,
                                Figures.SESSION,
                                Figures.LIVE_DEVELOPMENT,
                                Figures.SELF_PACED_DEVELOPMENT,
                                Figures.PREPARATION,
                                Figures.PRODUCER,
                                Figures.FACILITATOR,
                                Figures.LEARNER))
                .toList();
    }

    private List<Assumption> assumptions() {
        return Stream.of(learners(), content(), livePart(), session(), Optional.of(group()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Assumption> learners() {
        double people =
                brief.number("audience.size")
                        .orElseGet(() -> brief.zones().stream().mapToLong(Zone::people).sum());
        return from(Input.LEARNERS, (long) people, "brief.audience");
    }

    private Optional<Assumption> content() {
        if (!brief.activities().isEmpty()) {
            return from(
                    Input.CONTENT_MINUTES,
                    minutes(brief.activities().stream()),
                    "All runs of brief.activities; where no length is stated, the usual one");
        }
        double planned =
                brief.number("plan.videos").orElse(0) * brief.number("plan.minutes_each").orElse(0);
        return from(Input.CONTENT_MINUTES, (long) planned, "brief.plan");
    }

    private Optional<Assumption> livePart() {
        long all = minutes(brief.activities().stream());
        if (all == 0) {
            return Optional.empty();
        }
        long live =
                minutes(
                        brief.activities().stream()
                                .filter(each -> kinds.read(each).need() == ActivityNeed.TOGETHER));
        return from(
                Input.LIVE_PERMILLE,
                live * 1000 / all,
                "The share of brief.activities that need people together");
    }

    private Optional<Assumption> session() {
        return from(
                Input.SESSION_MINUTES,
                (long) brief.number("audience.live_time.minutes").orElse(0),
                "brief.audience.live_time.minutes");
    }

    private Assumption group() {
        boolean practice =
                brief.flag("content.needs_practice_with_feedback").orElse(false)
                        || brief.flag("content.errors_must_be_caught_quickly").orElse(false);
        return practice ? Figures.PRACTICE_GROUP : Figures.DISCUSSION_GROUP;
    }

    private long minutes(Stream<Activity> activities) {
        return activities.mapToLong(each -> (long) kinds.minutes(each) * each.repeat()).sum();
    }

    /** Empty when the brief has nothing that the input takes. */
    private static Optional<Assumption> from(Input input, long value, String source) {
        return value < input.least() || value > input.most()
                ? Optional.empty()
                : Optional.of(new Assumption(input, Range.of((int) value), Origin.BRIEF, source));
    }
}
