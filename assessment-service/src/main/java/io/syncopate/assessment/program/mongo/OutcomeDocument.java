package io.syncopate.assessment.program.mongo;

import io.syncopate.assessment.program.Measures;
import io.syncopate.assessment.program.Measures.Value;
import io.syncopate.assessment.program.Outcome;
import io.syncopate.assessment.program.Run;
import io.syncopate.assessment.program.SuccessMetric.Metric;
import io.syncopate.assessment.review.Signal;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.starter.mongo.DocumentMapper;

import org.bson.Document;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

final class OutcomeDocument implements DocumentMapper<Outcome> {

    private static final String PEOPLE = "People";
    private static final String DEVIATION = "Deviation";

    private static final Map<Metric, String> FIELDS =
            Map.of(
                    Metric.ASSESSMENT_SCORE, "assessmentScore",
                    Metric.SATISFACTION, "satisfaction",
                    Metric.TIME_TO_PROFICIENCY, "daysToProficiency",
                    Metric.APPLICATION, "applicationPercent");

    @Override
    public String kind() {
        return "outcome";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Document write(Outcome outcome) {
        var document =
                new Document("program", outcome.program())
                        .append("assessment", outcome.assessment())
                        .append("cohort", outcome.run().cohort())
                        .append("start", outcome.run().start().toString())
                        .append("end", outcome.run().end().toString())
                        .append("enrolled", outcome.measures().enrolled())
                        .append("completed", outcome.measures().completed())
                        .append("notes", outcome.notes());
        FIELDS.forEach(
                (metric, field) ->
                        outcome.measures()
                                .value(metric)
                                .ifPresent(value -> write(document, field, value)));
        if (!outcome.signals().isEmpty()) {
            var signals = new Document();
            outcome.signals().forEach((signal, value) -> signals.append(signal.name(), value));
            document.append("signals", signals);
        }
        return document;
    }

    @Override
    public Outcome read(Document from) {
        var values = new EnumMap<Metric, Value>(Metric.class);
        FIELDS.forEach(
                (metric, field) ->
                        Fields.decimal(from, field)
                                .ifPresent(value -> values.put(metric, read(from, field, value))));
        return new Outcome(
                from.getString("program"),
                from.getString("assessment"),
                new Run(
                        from.getString("cohort"),
                        LocalDate.parse(from.getString("start")),
                        LocalDate.parse(from.getString("end"))),
                new Measures(from.getInteger("enrolled"), from.getInteger("completed"), values),
                signals(from.get("signals", new Document())),
                from.get("notes", ""));
    }

    private static void write(Document into, String field, Value value) {
        into.append(field, value.value());
        value.people().ifPresent(people -> into.append(field + PEOPLE, people));
        Fields.put(into, field + DEVIATION, value.deviation());
    }

    private static Value read(Document from, String field, double value) {
        return new Value(
                value, Fields.whole(from, field + PEOPLE), Fields.decimal(from, field + DEVIATION));
    }

    private static Map<Signal, Double> signals(Document from) {
        var signals = new EnumMap<Signal, Double>(Signal.class);
        for (Signal signal : Signal.values()) {
            Fields.decimal(from, signal.name()).ifPresent(value -> signals.put(signal, value));
        }
        return signals;
    }

    @Override
    public Document writeEvent(DomainEvent event) {
        return event instanceof Outcome.OutcomeRecorded(var program, var cohort)
                ? new Document("program", program).append("cohort", cohort)
                : new Document();
    }
}
