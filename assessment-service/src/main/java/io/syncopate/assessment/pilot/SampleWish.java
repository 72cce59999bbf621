package io.syncopate.assessment.pilot;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.Zone;
import io.syncopate.assessment.pilot.Stratum.Dimension;
import io.syncopate.kernel.InvalidException;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sample as somebody asks for it; what is left open follows from the brief.
 *
 * @param size empty for the usual one
 * @param strata an audience of 0 is that of the brief
 */
public record SampleWish(OptionalInt size, String drawn, List<Stratum> strata, String departure) {

    public SampleWish {
        strata = List.copyOf(strata);
    }

    /**
     * @throws InvalidException when it cannot be one of this brief's audience, or is not like it
     */
    public Sample of(Brief brief) {
        int people = size(brief);
        List<Stratum> zones = zones(brief, people);
        return Sample.checked(
                new Sample(
                        people,
                        drawn,
                        Stream.concat(
                                        zones.stream(),
                                        strata.stream()
                                                .filter(each -> each.dimension() == Dimension.ROLE))
                                .toList(),
                        departure));
    }

    private int size(Brief brief) {
        int audience = audience(brief);
        int wanted = size.orElse(Math.min(Sample.USUAL_SIZE, audience));
        if (wanted > audience) {
            throw new InvalidException(
                    "sample.size", wanted, "1 to %d, those in the audience".formatted(audience));
        }
        return wanted;
    }

    private static int audience(Brief brief) {
        int zoned = brief.zones().stream().mapToInt(Zone::people).sum();
        return zoned > 0 ? zoned : (int) brief.number("audience.size").orElse(Integer.MAX_VALUE);
    }

    private List<Stratum> zones(Brief brief, int people) {
        List<Stratum> wanted =
                strata.stream().filter(each -> each.dimension() == Dimension.ZONE).toList();
        if (brief.zones().isEmpty()) {
            return wanted;
        }
        List<Stratum> stated = stated(brief);
        if (wanted.isEmpty()) {
            return new Shares(stated, people).sharedOut();
        }
        var byZone = stated.stream().collect(Collectors.toMap(Stratum::value, Function.identity()));
        wanted.forEach(each -> refuseUnlessStated(each, byZone.get(each.value()), brief));
        var sampled =
                wanted.stream()
                        .collect(
                                Collectors.toMap(
                                        Stratum::value, Stratum::sampled, (one, other) -> one));
        return stated.stream()
                .map(zone -> zone.withSampled(sampled.getOrDefault(zone.value(), 0)))
                .toList();
    }

    /** A brief may state a zone in several parts. */
    private static List<Stratum> stated(Brief brief) {
        var people = new LinkedHashMap<String, Integer>();
        brief.zones().forEach(zone -> people.merge(zone.id(), zone.people(), Integer::sum));
        return people.entrySet().stream()
                .map(zone -> new Stratum(Dimension.ZONE, zone.getKey(), zone.getValue(), 0))
                .toList();
    }

    private static void refuseUnlessStated(Stratum wanted, @Nullable Stratum stated, Brief brief) {
        if (stated == null) {
            throw new InvalidException(
                    "sample.strata.value",
                    wanted.value(),
                    "a zone of the brief: "
                            + brief.zones().stream()
                                    .map(Zone::id)
                                    .collect(Collectors.joining(", ")));
        }
        if (wanted.audience() != 0 && wanted.audience() != stated.audience()) {
            throw new InvalidException(
                    "sample.strata.audience_count",
                    wanted.audience(),
                    "%d, as the brief states for %s".formatted(stated.audience(), stated.value()));
        }
    }
}
