package io.syncopate.assessment.scoring;

import io.syncopate.assessment.brief.Activity;
import io.syncopate.assessment.brief.Activity.Attendance;
import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.journey.Break;
import io.syncopate.assessment.journey.Layout;
import io.syncopate.assessment.journey.LiveGroups;
import io.syncopate.assessment.journey.LiveGroups.Seating;
import io.syncopate.assessment.journey.Modules;
import io.syncopate.assessment.journey.Phase;
import io.syncopate.assessment.journey.Sequence;
import io.syncopate.assessment.journey.Standing;
import io.syncopate.assessment.journey.Stop;
import io.syncopate.assessment.journey.Timetable;
import io.syncopate.assessment.journey.Timetable.Cadence;
import io.syncopate.assessment.model.ActivityKind;
import io.syncopate.assessment.model.ActivityKinds;
import io.syncopate.assessment.model.Derived;
import io.syncopate.assessment.model.Workflow;
import io.syncopate.assessment.scoring.JourneyWarnings.Subject;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How learners go through the activities of a brief: in which order and form, when, in what parts and
 * groups. What the owner planned is never overruled, only warned about.
 */
final class JourneyMap {

    /** Of a journey without sessions of which nobody says how long it takes. */
    private static final int USUAL_WEEKS = 4;

    private final Brief brief;
    private final ActivityKinds kinds;
    private final Workflow workflow;
    private final Sequence sequence;
    private final List<FormChoice> choices = new ArrayList<>();
    private final List<Optional<ActivityKind>> known = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();
    private final Set<String> selfPaced = new HashSet<>();
    private final Set<String> selfPacedContent = new HashSet<>();
    private final List<Standing> standings;
    private final Timetable timetable;

    private JourneyMap(Brief brief, ActivityKinds kinds, Workflow workflow) {
        this.brief = brief;
        this.kinds = kinds;
        this.workflow = workflow;
        this.sequence = Sequence.of(brief.activities());
        sequence.activities().forEach(this::choose);
        this.standings = Standing.of(stops);
        this.timetable =
                Timetable.of(
                        stops,
                        standings,
                        new Cadence(
                                number("audience.live_time.every_weeks", 1),
                                number("history.weeks_total", USUAL_WEEKS)));
    }

    static Journey of(Brief brief, ActivityKinds kinds, Workflow workflow) {
        return new JourneyMap(brief, kinds, workflow).journey();
    }

    /** By the key of the activity, in the order of the journey. */
    static Map<String, List<Mistake>> mistakes(
            Brief brief, ActivityKinds kinds, Workflow workflow) {
        var map = new JourneyMap(brief, kinds, workflow);
        var mistakes = new LinkedHashMap<String, List<Mistake>>();
        for (int i = 0; i < map.stops.size(); i++) {
            mistakes.put(map.stops.get(i).key(), map.mistakes(i, map.buildsOn(i), map.layout(i)));
        }
        return mistakes;
    }

    private void choose(Activity activity) {
        FormChoice choice = FormChoice.of(activity, kinds, workflow);
        Optional<ActivityKind> kind = kinds.kindOf(activity);
        choices.add(choice);
        known.add(kind);
        stops.add(
                new Stop(
                        activity,
                        choice.live(),
                        kinds.minutes(activity),
                        !choice.live() && kind.filter(ActivityKind::looksBack).isPresent()));
        if (!choice.live()) {
            selfPaced.add(activity.key());
            selfPacedContent.add(activity.contentRef());
        }
    }

    private Journey journey() {
        var items = new ArrayList<JourneyItem>(stops.size());
        for (int i = 0; i < stops.size(); i++) {
            items.add(item(i));
        }
        return new Journey(items, timetable.load(number("audience.minutes_per_week", 0)));
    }

    private JourneyItem item(int at) {
        Stop stop = stops.get(at);
        Activity activity = stop.activity();
        boolean live = stop.live();
        List<String> buildsOn = buildsOn(at);
        Layout layout = layout(at);
        return new JourneyItem(
                activity.key(),
                activity.text(),
                live,
                live
                        ? Optional.of(activity.attendance().orElseGet(this::usualAttendance))
                        : Optional.empty(),
                stop.minutes(),
                activity.repeat(),
                live && !brief.flag("content.sensitive_topic").orElse(false),
                buildsOn,
                live && workflow == Workflow.BLENDED ? agenda(buildsOn) : List.of(),
                choices.get(at).reason(),
                mistakes(at, buildsOn, layout).stream().map(Mistake::point).toList(),
                Optional.of(layout));
    }

    private Layout layout(int at) {
        Stop stop = stops.get(at);
        return new Layout(
                at + 1,
                standings.get(at),
                timetable.weeks().get(at),
                stop.live()
                        ? List.of()
                        : ActivityKinds.cut(known.get(at))
                                .map(portion -> Modules.cut(stop.minutes(), portion))
                                .orElse(List.of()),
                stop.live() ? Break.in(stop.minutes()) : List.of(),
                stop.live() ? groups(stop) : Optional.empty());
    }

    private Optional<LiveGroups> groups(Stop stop) {
        int people = (int) Derived.people(brief);
        boolean room = brief.is("resources.meeting_place", "ROOM");
        return people == 0
                ? Optional.empty()
                : Optional.of(
                        LiveGroups.of(
                                people,
                                new Seating(
                                        kinds.group(stop.activity()),
                                        room ? number("resources.room_seats", 0) : 0),
                                number("resources.facilitator_count", 0)));
    }

    private List<String> buildsOn(int at) {
        Stop stop = stops.get(at);
        if (!stop.activity().buildsOn().isEmpty()) {
            return stops.stream()
                    .map(Stop::key)
                    .filter(stop.activity().buildsOn()::contains)
                    .toList();
        }
        if (!stop.live()) {
            return List.of();
        }
        var before = new ArrayList<String>();
        for (int i = 0; i < at; i++) {
            Standing standing = standings.get(i);
            if (standing.phase() == Phase.BEFORE
                    && standing.relativeTo().filter(stop.key()::equals).isPresent()) {
                before.add(stops.get(i).key());
            }
        }
        return before;
    }

    private List<Mistake> mistakes(int at, List<String> buildsOn, Layout layout) {
        Stop stop = stops.get(at);
        Activity activity = stop.activity();
        var mistakes =
                new ArrayList<>(
                        JourneyWarnings.about(
                                new Subject(
                                        activity,
                                        stop.live(),
                                        buildsOn.stream().anyMatch(selfPaced::contains),
                                        stop.live()
                                                && !activity.contentRef().isEmpty()
                                                && selfPacedContent.contains(activity.contentRef()),
                                        known.get(at).flatMap(ActivityKind::portion)),
                                workflow));
        mistakes.addAll(
                LayoutWarnings.about(
                        brief,
                        stop,
                        layout,
                        sequence.cycles().getOrDefault(activity.key(), List.of())));
        return mistakes;
    }

    /** In a blend the time together goes to what was difficult in the time apart (L-064). */
    private List<AgendaItem> agenda(List<String> buildsOn) {
        return stops.stream()
                .map(Stop::activity)
                .filter(activity -> selfPaced.contains(activity.key()))
                .filter(activity -> buildsOn.contains(activity.key()))
                .map(
                        activity ->
                                new AgendaItem(
                                        activity.key(),
                                        "Common mistakes, and the examples that people found hard,"
                                                + " in: "
                                                + activity.text()))
                .toList();
    }

    private Attendance usualAttendance() {
        return switch (workflow) {
            case SYNCHRONOUS -> Attendance.MANDATORY;
            case BLENDED -> Attendance.RECOMMENDED;
            case ASYNCHRONOUS -> Attendance.OPTIONAL;
        };
    }

    private int number(String path, int unstated) {
        return (int) brief.number(path).orElse(unstated);
    }
}
