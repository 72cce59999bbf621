package io.syncopate.assessment.scoring;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Facts;
import io.syncopate.assessment.brief.Value;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.Derived;
import io.syncopate.assessment.model.ModelFact;
import io.syncopate.assessment.model.Situation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The facts of a model that can be otherwise, each on its ladder. A derived fact cannot be changed by
 * itself: what it follows from is changed so that it takes the values of its ladder. To state nothing
 * any more is no change, since it makes nothing otherwise in the world.
 */
final class Levers {

    private static final int KNOWN = 1000;
    private static final double HOURS_STEP = 0.25;
    private static final double MOST_HOURS = 168;
    private static final double USUAL_MINUTES = 60;
    private static final String ACTIVITIES = "activities";

    /** Numbers of which the contract has none at 0: the 0 of their ladders is "not known". */
    private static final Set<String> AT_LEAST_ONE =
            Set.of(
                    "audience.size",
                    "audience.time_zones",
                    "audience.live_time.minutes",
                    "audience.live_time.every_weeks");

    private final DecisionModel model;
    private final Situation situation;
    private final Brief brief;

    private Levers(DecisionModel model, Situation situation) {
        this.model = model;
        this.situation = situation;
        this.brief = situation.brief();
    }

    /**
     * In an order that depends on nothing but the paths and on what is stated: first what is not
     * known, then the rest, each by path.
     */
    static List<Lever> of(DecisionModel model, Situation situation) {
        return new Levers(model, situation).all();
    }

    private List<Lever> all() {
        List<Lever> levers = new ArrayList<>();
        Set<String> stated = new HashSet<>();
        for (ModelFact fact : model.facts()) {
            if (Derived.at(fact.path()).isEmpty()) {
                stated.add(fact.path());
                levers.add(lever(fact.path(), fact.question(), values(fact)));
            }
        }
        addUnlessStated(levers, stated, Derived.PEOPLE, "audience.size", this::asItIs);
        addUnlessStated(
                levers,
                stated,
                ladder(Derived.SPREAD_HOURS).isEmpty() ? Derived.ONE_ZONE : Derived.SPREAD_HOURS,
                "audience.offset_spread_hours",
                ladder(Derived.SPREAD_HOURS).isEmpty() ? this::hoursForOneZone : this::asItIs);
        addUnlessStated(
                levers,
                stated,
                Derived.LIVE_GROUP,
                "resources.facilitator_hours_per_week",
                this::hoursForGroups);
        activities().ifPresent(levers::add);
        return levers.stream()
                .filter(lever -> !lever.rungs().isEmpty())
                .sorted(
                        Comparator.comparing((Lever lever) -> lever.from().isPresent())
                                .thenComparing(Lever::path))
                .toList();
    }

    private interface Translation {
        /** Values to state so that the derived fact takes those of its ladder. */
        SortedSet<Double> toState(List<Double> ladder);
    }

    private void addUnlessStated(
            List<Lever> levers,
            Set<String> stated,
            Derived derived,
            String path,
            Translation translation) {
        fact(derived)
                .filter(fact -> !stated.contains(path))
                .ifPresent(
                        fact ->
                                levers.add(
                                        lever(
                                                path,
                                                fact.question(),
                                                translation.toState(ladder(derived)).stream()
                                                        .<Value>map(Value.Amount::new)
                                                        .toList())));
    }

    private SortedSet<Double> asItIs(List<Double> ladder) {
        return new TreeSet<>(ladder);
    }

    private SortedSet<Double> hoursForOneZone(List<Double> ladder) {
        return new TreeSet<>(List.of(0.0, 2.0));
    }

    /**
     * None, and the least hours, in quarters, that make live groups no larger than each on the
     * ladder: with the facilitators and sessions that are stated, else one and an hour.
     */
    private SortedSet<Double> hoursForGroups(List<Double> ladder) {
        double facilitators = positive("resources.facilitator_count").orElse(1);
        double minutes = positive("audience.live_time.minutes").orElse(USUAL_MINUTES);
        double weeks = positive("audience.live_time.every_weeks").orElse(1);
        var hours = new TreeSet<Double>(List.of(0.0));
        for (double group : ladder) {
            if (group > 0) {
                double people = Math.max(group, situation.derived(Derived.PEOPLE));
                double groupsEach = Math.ceil(people / (facilitators * group));
                double exact = groupsEach * minutes / (60 * weeks);
                hours.add(Math.ceil(exact / HOURS_STEP) * HOURS_STEP);
            }
        }
        return new TreeSet<>(hours.headSet(MOST_HOURS, true));
    }

    private OptionalDouble positive(String path) {
        OptionalDouble stated = brief.number(path);
        return stated.orElse(0) > 0 ? stated : OptionalDouble.empty();
    }

    private Lever lever(String path, String question, List<Value> values) {
        Fact fact = Facts.at(path);
        Optional<Value> now = now(path);
        var rungs = new ArrayList<Lever.Rung>();
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            boolean same = now.filter(value::equals).isPresent();
            if (!same && !(AT_LEAST_ONE.contains(path) && below(value, 1))) {
                rungs.add(
                        new Lever.Rung(
                                value.toString(),
                                distance(now, values, i),
                                Map.of(fact, value),
                                Map.of()));
            }
        }
        return new Lever(path, question, now.map(Value::toString), rungs, touches(path));
    }

    /** What is stated there, or else what follows for it from what is stated elsewhere. */
    private Optional<Value> now(String path) {
        Value stated = brief.stated().get(Facts.at(path));
        if (stated != null) {
            return Optional.of(stated);
        }
        return switch (path) {
            case "audience.size" -> known(Derived.PEOPLE);
            case "audience.offset_spread_hours" -> known(Derived.SPREAD_HOURS);
            default -> Optional.empty();
        };
    }

    private Optional<Value> known(Derived derived) {
        return derived.knownFrom(brief)
                ? Optional.of(new Value.Amount(situation.derived(derived)))
                : Optional.empty();
    }

    private static int distance(Optional<Value> now, List<Value> values, int rung) {
        if (now.isEmpty()) {
            return 1;
        }
        int at = values.indexOf(now.get());
        if (at >= 0) {
            return KNOWN + Math.abs(rung - at);
        }
        long below =
                values.stream()
                        .filter(
                                value ->
                                        now.get() instanceof Value.Amount(double amount)
                                                && below(value, amount))
                        .count();
        return KNOWN + (int) (rung < below ? below - rung : rung - below + 1);
    }

    private static boolean below(Value value, double limit) {
        return value instanceof Value.Amount(double amount) && amount < limit;
    }

    private static List<Value> values(ModelFact fact) {
        return fact.ladder().stream().map(rung -> value(fact.path(), rung)).toList();
    }

    private static Value value(String path, String rung) {
        return switch (Facts.at(path).kind()) {
            case FLAG -> new Value.Flag(Boolean.parseBoolean(rung));
            case CHOICE -> new Value.Choice(rung);
            case NUMBER -> new Value.Amount(Double.parseDouble(rung));
            case TEXT, TEXTS -> throw new IllegalArgumentException(path + " decides nothing");
        };
    }

    private static Set<String> touches(String path) {
        var touches = new HashSet<String>(Set.of(path));
        for (Derived derived : Derived.values()) {
            if (derived.roots().contains(path)) {
                touches.add(derived.path());
            }
        }
        return touches;
    }

    /** The minutes of the activities, together and alone: on their ladders, and as even as on its. */
    private Optional<Lever> activities() {
        Optional<ModelFact> asked =
                fact(Derived.JOURNEY_MIX)
                        .or(() -> fact(Derived.LIVE_MINUTES))
                        .or(() -> fact(Derived.SELF_PACED_MINUTES));
        return asked.map(fact -> activities(fact.question()));
    }

    private record Minutes(double live, double selfPaced) {}

    private Lever activities(String question) {
        boolean known = Derived.JOURNEY_MIX.knownFrom(brief);
        var now =
                new Minutes(
                        situation.derived(Derived.LIVE_MINUTES),
                        situation.derived(Derived.SELF_PACED_MINUTES));
        var rungs = new ArrayList<Lever.Rung>();
        for (Minutes minutes : minutes()) {
            if (!known || !minutes.equals(now)) {
                rungs.add(
                        new Lever.Rung(
                                inWords(minutes),
                                known ? KNOWN + 1 : 1,
                                Map.of(),
                                Derived.ofMinutes(minutes.live(), minutes.selfPaced())));
            }
        }
        return new Lever(
                ACTIVITIES,
                question,
                known ? Optional.of(inWords(now)) : Optional.empty(),
                rungs,
                touches(ACTIVITIES));
    }

    private Set<Minutes> minutes() {
        var minutes = new LinkedHashSet<Minutes>();
        for (double live : orElse(ladder(Derived.LIVE_MINUTES), List.of(0.0, USUAL_MINUTES))) {
            for (double alone :
                    orElse(ladder(Derived.SELF_PACED_MINUTES), List.of(0.0, USUAL_MINUTES))) {
                minutes.add(new Minutes(live, alone));
            }
        }
        for (double mix : ladder(Derived.JOURNEY_MIX)) {
            if (mix > 0 && mix <= 1) {
                double more = Math.rint(USUAL_MINUTES * (2 - mix) / mix);
                minutes.add(new Minutes(USUAL_MINUTES, more));
                minutes.add(new Minutes(more, USUAL_MINUTES));
            }
        }
        minutes.remove(new Minutes(0, 0));
        return minutes;
    }

    private static String inWords(Minutes minutes) {
        return "%s minutes together and %s alone"
                .formatted(new Value.Amount(minutes.live()), new Value.Amount(minutes.selfPaced()));
    }

    private static List<Double> orElse(List<Double> ladder, List<Double> other) {
        return ladder.isEmpty() ? other : ladder;
    }

    private Optional<ModelFact> fact(Derived derived) {
        return model.facts().stream()
                .filter(fact -> fact.path().equals(derived.path()))
                .findFirst();
    }

    private List<Double> ladder(Derived derived) {
        return fact(derived).stream()
                .flatMap(fact -> fact.ladder().stream())
                .map(Double::valueOf)
                .toList();
    }
}
