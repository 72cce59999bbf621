package io.syncopate.assessment.scoring;

import io.syncopate.assessment.brief.Activity;
import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Facts;
import io.syncopate.assessment.brief.Value;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.Workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Knows nothing of how flips are found: states every set of up to three facts otherwise in every way
 * that the ladders allow, in a brief of its own each, and asks for its answer.
 */
final class EveryChange {

    /** Sets of paths that change the answer, each with the answers that they can give. */
    private final Map<Set<String>, Set<Workflow>> flips = new LinkedHashMap<>();

    private final Function<Brief, Workflow> answer;
    private final List<List<Change>> ladders;
    private final Workflow now;

    private record Change(String path, Function<Brief, Brief> to) {}

    private EveryChange(Brief brief, DecisionModel model, Function<Brief, Workflow> answer) {
        this.answer = answer;
        this.now = answer.apply(brief);
        this.ladders = ladders(brief, model);
    }

    /** The sets of the smallest size that has any, up to a size. */
    static Map<Set<String>, Set<Workflow>> smallest(
            Brief brief, DecisionModel model, int most, Function<Brief, Workflow> answer) {
        var every = new EveryChange(brief, model, answer);
        for (int size = 1; size <= most; size++) {
            every.change(brief, 0, size, new TreeSet<>());
            if (!every.flips.isEmpty()) {
                return every.flips;
            }
        }
        return Map.of();
    }

    private void change(Brief brief, int from, int left, Set<String> changed) {
        if (left == 0) {
            Workflow becomes = answer.apply(brief);
            if (becomes != now) {
                flips.computeIfAbsent(Set.copyOf(changed), all -> new TreeSet<>()).add(becomes);
            }
            return;
        }
        for (int ladder = from; ladder < ladders.size(); ladder++) {
            for (Change change : ladders.get(ladder)) {
                changed.add(change.path());
                change(change.to().apply(brief), ladder + 1, left - 1, changed);
                changed.remove(change.path());
            }
        }
    }

    private static List<List<Change>> ladders(Brief brief, DecisionModel model) {
        List<List<Change>> ladders = new ArrayList<>();
        Set<String> read = new TreeSet<>();
        model.facts().forEach(fact -> read.add(fact.path()));
        for (var fact : model.facts()) {
            if (Facts.has(fact.path())) {
                ladders.add(values(brief, fact.path(), fact.ladder()));
            }
        }
        if (read.contains("derived.people")) {
            ladders.add(values(brief, "audience.size", List.of("5", "30", "200")));
        }
        if (read.contains("derived.spread_hours")) {
            ladders.add(values(brief, "audience.offset_spread_hours", List.of("0", "3", "8")));
        } else if (read.contains("derived.one_zone")) {
            ladders.add(values(brief, "audience.offset_spread_hours", List.of("0", "2")));
        }
        if (read.contains("derived.live_minutes") || read.contains("derived.self_paced_minutes")) {
            ladders.add(
                    List.of(activities(60, 0), activities(0, 60), activities(60, 60)).stream()
                            .filter(each -> !same(each.to().apply(brief), brief))
                            .toList());
        }
        return ladders;
    }

    private static List<Change> values(Brief brief, String path, List<String> ladder) {
        return ladder.stream()
                .map(rung -> stating(path, rung))
                .filter(each -> !each.to().apply(brief).equals(brief))
                .toList();
    }

    private static Change stating(String path, String rung) {
        Fact fact = Facts.at(path);
        Value value =
                switch (fact.kind()) {
                    case FLAG -> new Value.Flag(rung.equals("true"));
                    case CHOICE -> new Value.Choice(rung);
                    case NUMBER -> new Value.Amount(Double.parseDouble(rung));
                    case TEXT, TEXTS -> throw new IllegalArgumentException(path);
                };
        return new Change(path, brief -> brief.with(path, value));
    }

    private static Change activities(int live, int alone) {
        return new Change("activities", brief -> withActivities(brief, live, alone));
    }

    /** The same brief with activities that take so many minutes together and so many alone. */
    static Brief withActivities(Brief brief, int live, int alone) {
        var activities = new ArrayList<Activity>();
        if (live > 0) {
            activities.add(activity("live", Activity.Interaction.GUIDED_GROUP, live));
        }
        if (alone > 0) {
            activities.add(activity("alone", Activity.Interaction.NONE, alone));
        }
        return new Brief(new TreeMap<>(brief.stated()), brief.zones(), activities);
    }

    private static Activity activity(String key, Activity.Interaction interaction, int minutes) {
        return new Activity(
                key,
                "text",
                Optional.empty(),
                Optional.of(interaction),
                "",
                OptionalInt.of(minutes),
                Optional.empty(),
                1);
    }

    private static boolean same(Brief one, Brief other) {
        return one.activities().equals(other.activities());
    }
}
