package io.syncopate.assessment.quality;

import io.syncopate.assessment.model.Workflow;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A design rated.
 *
 * @param workflow what the answer recommends
 * @param mustHaves without which that is not worth starting; they change no number
 * @param degrees of all practices
 * @param bothOnComplex whether complex content is met both live and alone; empty when it is not
 *     complex
 */
public record DesignQuality(
        Workflow workflow,
        Set<Practice> mustHaves,
        Map<Practice, Degree> degrees,
        Optional<Boolean> bothOnComplex,
        Optional<Population> population,
        Optional<Unforeseen> unforeseen) {

    public DesignQuality {
        mustHaves = Set.copyOf(mustHaves);
        degrees = Collections.unmodifiableMap(new EnumMap<>(degrees));
        if (population.isPresent() == unforeseen.isPresent()) {
            throw new IllegalArgumentException("a forecast, or a reason why there is none");
        }
    }

    /** The mean of all degrees, in permille. */
    public int quality() {
        return degrees.values().stream().mapToInt(Degree::permille).sum() / degrees.size();
    }

    /** The mean of what carries retention, in permille. */
    public int retention() {
        int sum = 0;
        int count = 0;
        for (Map.Entry<Practice, Degree> each : degrees.entrySet()) {
            if (each.getKey().carriesRetention()) {
                sum += each.getValue().permille();
                count++;
            }
        }
        if (bothOnComplex.isPresent()) {
            sum += bothOnComplex.get() ? Degree.ALL : 0;
            count++;
        }
        return sum / count;
    }

    public Optional<CompletionForecast> completion() {
        return population.map(each -> CompletionForecast.of(each, quality()));
    }

    /** The same design without one of its practices. */
    public DesignQuality without(Practice practice) {
        var fewer = new EnumMap<Practice, Degree>(degrees);
        fewer.put(practice, Degree.of(false, ""));
        return new DesignQuality(workflow, mustHaves, fewer, bothOnComplex, population, unforeseen);
    }
}
