package io.syncopate.assessment.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which weeks what takes place. Sessions follow each other at their cadence. What leads up to a
 * session belongs to the weeks from the session before it on; what works one up, to the weeks from it
 * on; what is repeated goes along with the repeats of its session. Without sessions, one thing follows
 * the other, as long as each takes.
 */
public final class Timetable {

    /** Ten years; what would go on for longer is not told. */
    private static final int TOLD_WEEKS = 520;

    private final List<Stop> stops;
    private final List<Weeks> weeks;

    /**
     * When something takes place, from 1 on.
     *
     * @param last the same as the first, or later
     */
    public record Weeks(int first, int last) {
        int count() {
            return last - first + 1;
        }
    }

    /**
     * How often learners meet, and how long it all takes where they do not.
     *
     * @param everyWeeks from one session to the next
     * @param weeksAlone of a journey without sessions
     */
    public record Cadence(int everyWeeks, int weeksAlone) {
        public Cadence {
            everyWeeks = Math.clamp(everyWeeks, 1, 52);
            weeksAlone = Math.clamp(weeksAlone, 1, TOLD_WEEKS);
        }
    }

    private Timetable(List<Stop> stops, List<Weeks> weeks) {
        this.stops = stops;
        this.weeks = weeks;
    }

    /**
     * @param standings one for each stop
     */
    public static Timetable of(List<Stop> stops, List<Standing> standings, Cadence cadence) {
        return new Timetable(
                stops,
                stops.stream().anyMatch(Stop::live)
                        ? aroundSessions(stops, standings, cadence.everyWeeks())
                        : oneAfterTheOther(stops, cadence.weeksAlone()));
    }

    /** Of each stop, in their order. */
    public List<Weeks> weeks() {
        return weeks;
    }

    private static List<Weeks> aroundSessions(
            List<Stop> stops, List<Standing> standings, int every) {
        var sessions = new HashMap<String, Weeks>();
        int next = 1;
        for (Stop stop : stops) {
            if (stop.live()) {
                int last = next + (stop.activity().repeat() - 1) * every;
                sessions.put(stop.key(), new Weeks(next, last));
                next = last + every;
            }
        }
        var whole = new Weeks(1, next - 1);
        var weeks = new ArrayList<Weeks>(stops.size());
        for (int i = 0; i < stops.size(); i++) {
            weeks.add(weeks(stops.get(i), standings.get(i), sessions, every, whole));
        }
        return weeks;
    }

    private static Weeks weeks(
            Stop stop, Standing standing, Map<String, Weeks> sessions, int every, Weeks whole) {
        String live = standing.relativeTo().orElse(stop.key());
        Weeks session = sessions.getOrDefault(live, whole);
        boolean once = stop.activity().repeat() == 1;
        return switch (standing.phase()) {
            case LIVE, FREE -> session;
            case BEFORE -> {
                int from = Math.max(1, session.first() - every);
                yield new Weeks(
                        from, Math.max(from, (once ? session.first() : session.last()) - 1));
            }
            case AFTER ->
                    new Weeks(once ? session.last() : session.first(), session.last() + every - 1);
        };
    }

    private static List<Weeks> oneAfterTheOther(List<Stop> stops, int inAll) {
        long total = stops.stream().mapToLong(Timetable::minutes).sum();
        var weeks = new ArrayList<Weeks>(stops.size());
        long before = 0;
        for (Stop stop : stops) {
            long after = before + minutes(stop);
            weeks.add(
                    new Weeks(
                            (int) (before * inAll / total) + 1,
                            (int) ((after - 1) * inAll / total) + 1));
            before = after;
        }
        return weeks;
    }

    private static long minutes(Stop stop) {
        return (long) stop.minutes() * stop.activity().repeat();
    }

    /**
     * Week by week, those in a row that ask the same together.
     *
     * @param available minutes that a learner has in a week; 0 when that is not known
     */
    public List<WeekLoad> load(int available) {
        int last = weeks.stream().mapToInt(Weeks::last).max().orElse(0);
        int[] live = new int[Math.min(last, TOLD_WEEKS)];
        int[] selfPaced = new int[live.length];
        for (int i = 0; i < stops.size(); i++) {
            Stop stop = stops.get(i);
            Weeks at = weeks.get(i);
            if (stop.live() || stop.activity().repeat() > 1) {
                inRuns(stop.live() ? live : selfPaced, stop, at);
            } else {
                evenly(selfPaced, stop.minutes(), at);
            }
        }
        return together(live, selfPaced, available);
    }

    /** What is live in the first and the last week and evenly between, what is not from the first on. */
    private static void inRuns(int[] load, Stop stop, Weeks at) {
        int runs = stop.activity().repeat();
        long span = stop.live() ? at.count() - 1L : at.count();
        int steps = stop.live() ? Math.max(1, runs - 1) : runs;
        for (int run = 0; run < runs; run++) {
            int week = at.first() - 1 + (int) (span * run / steps);
            if (week < load.length) {
                load[week] += stop.minutes();
            }
        }
    }

    private static void evenly(int[] load, int minutes, Weeks at) {
        int each = minutes / at.count();
        int more = minutes % at.count();
        for (int i = 0; i < at.count() && at.first() - 1 + i < load.length; i++) {
            load[at.first() - 1 + i] += each + (i < more ? 1 : 0);
        }
    }

    private static List<WeekLoad> together(int[] live, int[] selfPaced, int available) {
        var load = new ArrayList<WeekLoad>();
        int first = 0;
        for (int week = 1; week <= live.length; week++) {
            if (week == live.length
                    || live[week] != live[first]
                    || selfPaced[week] != selfPaced[first]) {
                load.add(
                        new WeekLoad(
                                first + 1,
                                week,
                                live[first],
                                selfPaced[first],
                                available > 0 && live[first] + selfPaced[first] > available));
                first = week;
            }
        }
        return List.copyOf(load);
    }
}
