package io.syncopate.assessment.program.grpc;

import io.syncopate.assessment.program.Measures;
import io.syncopate.assessment.program.Measures.Value;
import io.syncopate.assessment.program.Run;
import io.syncopate.assessment.program.SuccessMetric.Metric;
import io.syncopate.assessment.review.Signal;
import io.syncopate.assessment.shared.grpc.ContractFields;
import io.syncopate.assessment.shared.grpc.Protos;
import io.syncopate.kernel.Versioned;
import io.syncopate.proto.assessment.v1.Outcome;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Outcomes as the contract shows them. */
final class OutcomeMapper {

    private OutcomeMapper() {}

    static io.syncopate.assessment.program.Outcome read(
            String program, String assessment, Outcome message) {
        return new io.syncopate.assessment.program.Outcome(
                program,
                assessment,
                new Run(
                        message.getCohort(),
                        Names.date("outcome.start_date", message.getStartDate()),
                        Names.date("outcome.end_date", message.getEndDate())),
                new Measures(message.getEnrolled(), message.getCompleted(), values(message)),
                signals(message.getSignals()),
                message.getNotes());
    }

    static Outcome write(Versioned<io.syncopate.assessment.program.Outcome> stored) {
        var outcome = stored.value();
        var message =
                Outcome.newBuilder()
                        .setName(Names.outcome(outcome.program(), Names.lastIn(stored.id())))
                        .setCohort(outcome.run().cohort())
                        .setStartDate(outcome.run().start().toString())
                        .setEndDate(outcome.run().end().toString())
                        .setEnrolled(outcome.measures().enrolled())
                        .setCompleted(outcome.measures().completed())
                        .setNotes(outcome.notes())
                        .setCompletionPercent(outcome.measures().completionPercent())
                        .setAssessment(Names.assessment(outcome.program(), outcome.assessment()))
                        .setCreateTime(Protos.timestamp(stored.createTime()))
                        .setEtag(stored.etag());
        write(outcome.measures(), message);
        if (!outcome.signals().isEmpty()) {
            write(outcome.signals(), message.getSignalsBuilder());
        }
        return message.build();
    }

    private static Map<Metric, Value> values(Outcome message) {
        var values = new EnumMap<Metric, Value>(Metric.class);
        if (message.hasAssessmentScore()) {
            values.put(
                    Metric.ASSESSMENT_SCORE,
                    new Value(
                            message.getAssessmentScore(),
                            whole(message.hasAssessedCount(), message.getAssessedCount()),
                            decimal(
                                    message.hasAssessmentScoreDeviation(),
                                    message.getAssessmentScoreDeviation())));
        }
        if (message.hasSatisfaction()) {
            values.put(
                    Metric.SATISFACTION,
                    new Value(
                            message.getSatisfaction(),
                            whole(message.hasSatisfactionCount(), message.getSatisfactionCount()),
                            decimal(
                                    message.hasSatisfactionDeviation(),
                                    message.getSatisfactionDeviation())));
        }
        if (message.hasTimeToProficiencyDays()) {
            values.put(
                    Metric.TIME_TO_PROFICIENCY,
                    new Value(
                            message.getTimeToProficiencyDays(),
                            OptionalInt.empty(),
                            OptionalDouble.empty()));
        }
        if (message.hasApplicationPercent()) {
            values.put(
                    Metric.APPLICATION,
                    new Value(
                            message.getApplicationPercent(),
                            whole(message.hasApplicationCount(), message.getApplicationCount()),
                            OptionalDouble.empty()));
        }
        return values;
    }

    private static void write(Measures measures, Outcome.Builder message) {
        measures.value(Metric.ASSESSMENT_SCORE)
                .ifPresent(
                        value -> {
                            message.setAssessmentScore(value.value());
                            value.people().ifPresent(message::setAssessedCount);
                            value.deviation().ifPresent(message::setAssessmentScoreDeviation);
                        });
        measures.value(Metric.SATISFACTION)
                .ifPresent(
                        value -> {
                            message.setSatisfaction(value.value());
                            value.people().ifPresent(message::setSatisfactionCount);
                            value.deviation().ifPresent(message::setSatisfactionDeviation);
                        });
        measures.value(Metric.TIME_TO_PROFICIENCY)
                .ifPresent(value -> message.setTimeToProficiencyDays(value.value()));
        measures.value(Metric.APPLICATION)
                .ifPresent(
                        value -> {
                            message.setApplicationPercent(value.value());
                            value.people().ifPresent(message::setApplicationCount);
                        });
    }

    /** The contract's fields have the signals' names. */
    private static Map<Signal, Double> signals(Outcome.Signals message) {
        var signals = new EnumMap<Signal, Double>(Signal.class);
        message.getAllFields()
                .forEach(
                        (field, value) ->
                                signals.put(
                                        Signal.valueOf(field.getName().toUpperCase(Locale.ROOT)),
                                        (Double) value));
        return signals;
    }

    private static void write(Map<Signal, Double> signals, Outcome.Signals.Builder message) {
        signals.forEach(
                (signal, value) ->
                        message.setField(
                                Objects.requireNonNull(
                                        ContractFields.find(
                                                Outcome.Signals.getDescriptor(),
                                                signal.name().toLowerCase(Locale.ROOT))),
                                value));
    }

    private static OptionalDouble decimal(boolean present, double value) {
        return present ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static OptionalInt whole(boolean present, int value) {
        return present ? OptionalInt.of(value) : OptionalInt.empty();
    }
}
