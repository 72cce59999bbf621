package io.syncopate.assessment.program;

import io.syncopate.assessment.program.SuccessMetric.Metric;
import io.syncopate.assessment.review.Measurement;
import io.syncopate.kernel.InvalidException;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a run measured.
 *
 * @param enrolled people
 * @param completed how many of them
 * @param values of the metrics beside completion, each in the metric's unit
 */
public record Measures(int enrolled, int completed, Map<Metric, Value> values) {

    public Measures {
        if (enrolled < 1) {
            throw new InvalidException("outcome.enrolled", enrolled, "1 or more");
        }
        if (completed < 0 || completed > enrolled) {
            throw new InvalidException(
                    "outcome.completed", completed, "0 to %d, those enrolled".formatted(enrolled));
        }
        values = values.isEmpty() ? Map.of() : new EnumMap<>(values);
    }

    /**
     * A figure with what is known of where it comes from.
     *
     * @param people over whom it is
     * @param deviation standard deviation, of a mean
     */
    public record Value(double value, OptionalInt people, OptionalDouble deviation) {}

    public double completionPercent() {
        return 100.0 * completed / enrolled;
    }

    public Optional<Value> value(Metric metric) {
        return Optional.ofNullable(values.get(metric));
    }

    /** Empty where it was not measured. */
    public Optional<Measurement> of(Metric metric) {
        return switch (metric) {
            case COMPLETION -> Optional.of(new Measurement.Share(completed, enrolled));
            case APPLICATION -> value(metric).map(Measures::share);
            case ASSESSMENT_SCORE, SATISFACTION -> value(metric).map(Measures::mean);
            // A median, of which nothing follows without the single values.
            case TIME_TO_PROFICIENCY ->
                    value(metric).map(each -> new Measurement.Bare(each.value()));
        };
    }

    /** A rounded percentage stands for the nearest number of people. */
    private static Measurement share(Value value) {
        int people = value.people().orElse(0);
        return people == 0
                ? new Measurement.Bare(value.value())
                : new Measurement.Share((int) Math.round(value.value() * people / 100), people);
    }

    private static Measurement mean(Value value) {
        int people = value.people().orElse(0);
        return people < 2 || value.deviation().isEmpty()
                ? new Measurement.Bare(value.value())
                : new Measurement.Mean(value.value(), value.deviation().getAsDouble(), people);
    }
}
