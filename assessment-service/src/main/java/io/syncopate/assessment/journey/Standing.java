package io.syncopate.assessment.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where a stop stands to the live ones around it.
 *
 * @param relativeTo key of the live one; set before and after one
 * @param reason a sentence
 */
public record Standing(Phase phase, Optional<String> relativeTo, String reason) {

    /** Of each, in their order: by what is stated first, then by what it is, then by where it stands. */
    public static List<Standing> of(List<Stop> stops) {
        var standings = new ArrayList<Standing>(stops.size());
        for (int i = 0; i < stops.size(); i++) {
            Stop stop = stops.get(i);
            standings.add(stop.live() ? live(stop) : selfPaced(stop, stops, i));
        }
        return standings;
    }

    private static Standing live(Stop stop) {
        List<String> stated = stop.activity().buildsOn();
        return new Standing(
                Phase.LIVE,
                Optional.empty(),
                stated.isEmpty()
                        ? "It stands where the brief has it."
                        : "It builds on " + String.join(", ", stated) + ".");
    }

    private static Standing selfPaced(Stop stop, List<Stop> stops, int at) {
        List<Stop> earlier = stops.subList(0, at);
        List<Stop> later = stops.subList(at + 1, stops.size());
        Optional<Stop> builtOnBy = first(later, other -> other.live() && other.buildsOn(stop));
        if (builtOnBy.isPresent()) {
            return standing(Phase.BEFORE, builtOnBy.get(), "", " builds on it.");
        }
        Optional<Stop> basis = last(earlier, other -> other.live() && stop.buildsOn(other));
        if (basis.isPresent()) {
            return standing(Phase.AFTER, basis.get(), "It builds on ", ".");
        }
        Optional<Stop> previous = last(earlier, Stop::live);
        if (stop.looksBack() && previous.isPresent()) {
            return standing(Phase.AFTER, previous.get(), "It looks back, so it follows ", ".");
        }
        Optional<Stop> next = first(later, Stop::live);
        if (next.filter(other -> other.activity().buildsOn().isEmpty()).isPresent()) {
            return standing(Phase.BEFORE, next.get(), "It leads up to ", ", which comes next.");
        }
        return previous.map(
                        other ->
                                standing(
                                        Phase.AFTER,
                                        other,
                                        "It follows ",
                                        ", and nothing live builds on it."))
                .orElseGet(
                        () ->
                                new Standing(
                                        Phase.FREE,
                                        Optional.empty(),
                                        next.isPresent()
                                                ? "Nothing live builds on it."
                                                : "There is nothing live around it."));
    }

    private static Standing standing(Phase phase, Stop live, String before, String after) {
        return new Standing(
                phase, Optional.of(live.key()), before + "'" + live.key() + "'" + after);
    }

    private static Optional<Stop> first(List<Stop> stops, Predicate<Stop> which) {
        for (Stop stop : stops) {
            if (which.test(stop)) {
                return Optional.of(stop);
            }
        }
        return Optional.empty();
    }

    private static Optional<Stop> last(List<Stop> stops, Predicate<Stop> which) {
        for (int i = stops.size() - 1; i >= 0; i--) {
            if (which.test(stops.get(i))) {
                return Optional.of(stops.get(i));
            }
        }
        return Optional.empty();
    }
}
