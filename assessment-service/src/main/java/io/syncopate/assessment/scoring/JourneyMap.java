package io.syncopate.assessment.scoring;

import io.syncopate.assessment.brief.Activity;
import io.syncopate.assessment.brief.Activity.Attendance;
import io.syncopate.assessment.brief.Activity.Mode;
import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.model.ActivityKinds;
import io.syncopate.assessment.model.ActivityKinds.Reading;
import io.syncopate.assessment.model.Workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which activity is live and which is self-paced: as its owner planned it, else as it needs by its
 * nature, else as the workflow has it. What the owner planned is never overruled, only warned about.
 */
final class JourneyMap {

    private final Brief brief;
    private final ActivityKinds kinds;
    private final Workflow workflow;

    private JourneyMap(Brief brief, ActivityKinds kinds, Workflow workflow) {
        this.brief = brief;
        this.kinds = kinds;
        this.workflow = workflow;
    }

    static List<JourneyItem> of(Brief brief, ActivityKinds kinds, Workflow workflow) {
        return new JourneyMap(brief, kinds, workflow).items();
    }

    /** By the key of the activity, in the order of the brief. */
    static Map<String, List<Mistake>> mistakes(
            Brief brief, ActivityKinds kinds, Workflow workflow) {
        var map = new JourneyMap(brief, kinds, workflow);
        var mistakes = new LinkedHashMap<String, List<Mistake>>();
        map.stations()
                .forEach(station -> mistakes.put(station.activity().key(), map.mistakes(station)));
        return mistakes;
    }

    /**
     * @param before keys of the self-paced activities that lead up to it
     */
    private record Station(Activity activity, Choice choice, List<String> before) {}

    private List<Station> stations() {
        var stations = new ArrayList<Station>();
        var selfPaced = new ArrayList<String>();
        for (Activity activity : brief.activities()) {
            Choice choice = choose(activity);
            stations.add(new Station(activity, choice, List.copyOf(selfPaced)));
            if (choice.live()) {
                selfPaced.clear();
            } else {
                selfPaced.add(activity.key());
            }
        }
        return stations;
    }

    private List<JourneyItem> items() {
        return stations().stream().map(this::item).toList();
    }

    private JourneyItem item(Station station) {
        Activity activity = station.activity();
        Choice choice = station.choice();
        List<String> before = station.before();
        boolean live = choice.live();
        return new JourneyItem(
                activity.key(),
                activity.text(),
                live,
                live
                        ? Optional.of(activity.attendance().orElseGet(this::usualAttendance))
                        : Optional.empty(),
                kinds.minutes(activity),
                activity.repeat(),
                live && !brief.flag("content.sensitive_topic").orElse(false),
                live ? before : List.of(),
                live && workflow == Workflow.BLENDED ? agenda(before) : List.of(),
                choice.reason(),
                mistakes(station).stream().map(Mistake::point).toList());
    }

    private List<Mistake> mistakes(Station station) {
        Activity activity = station.activity();
        boolean live = station.choice().live();
        return JourneyWarnings.about(
                activity,
                live,
                workflow,
                station.before(),
                live && repeatsContent(activity),
                kinds.portion(activity));
    }

    /** In a blend the time together goes to what was difficult in the time apart (L-064). */
    private List<AgendaItem> agenda(List<String> before) {
        return brief.activities().stream()
                .filter(activity -> before.contains(activity.key()))
                .map(
                        activity ->
                                new AgendaItem(
                                        activity.key(),
                                        "Common mistakes, and the examples that people found hard,"
                                                + " in: "
                                                + activity.text()))
                .toList();
    }

    private record Choice(boolean live, String reason) {}

    private Choice choose(Activity activity) {
        Reading reading = kinds.read(activity);
        if (activity.mode().filter(mode -> mode != Mode.EITHER).isPresent()) {
            boolean live = activity.mode().filter(Mode.LIVE::equals).isPresent();
            return new Choice(
                    live, (live ? "Planned live. " : "Planned self-paced. ") + reading.reason());
        }
        return switch (reading.need()) {
            case TOGETHER -> new Choice(true, reading.reason());
            case ALONE -> new Choice(false, reading.reason());
            case EITHER ->
                    switch (workflow) {
                        case SYNCHRONOUS ->
                                new Choice(true, reading.reason() + " The programme is live.");
                        case ASYNCHRONOUS, BLENDED ->
                                new Choice(
                                        false,
                                        reading.reason() + " Live time is kept for what needs it.");
                    };
        };
    }

    private Attendance usualAttendance() {
        return switch (workflow) {
            case SYNCHRONOUS -> Attendance.MANDATORY;
            case BLENDED -> Attendance.RECOMMENDED;
            case ASYNCHRONOUS -> Attendance.OPTIONAL;
        };
    }

    private boolean repeatsContent(Activity activity) {
        return !activity.contentRef().isEmpty()
                && brief.activities().stream()
                        .filter(other -> other.contentRef().equals(activity.contentRef()))
                        .anyMatch(other -> !choose(other).live());
    }
}
