package io.syncopate.assessment.program.mongo;

import io.syncopate.assessment.program.Outcome;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.starter.mongo.DocumentMapper;

import org.bson.Document;

import java.time.LocalDate;

final class OutcomeDocument implements DocumentMapper<Outcome> {

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
                        .append("cohort", outcome.cohort())
                        .append("start", outcome.start().toString())
                        .append("end", outcome.end().toString())
                        .append("enrolled", outcome.enrolled())
                        .append("completed", outcome.completed())
                        .append("notes", outcome.notes());
        Fields.put(document, "assessmentScore", outcome.assessmentScore());
        Fields.put(document, "satisfaction", outcome.satisfaction());
        Fields.put(document, "daysToProficiency", outcome.daysToProficiency());
        Fields.put(document, "applicationPercent", outcome.applicationPercent());
        return document;
    }

    @Override
    public Outcome read(Document from) {
        return new Outcome(
                from.getString("program"),
                from.getString("assessment"),
                from.getString("cohort"),
                LocalDate.parse(from.getString("start")),
                LocalDate.parse(from.getString("end")),
                from.getInteger("enrolled"),
                from.getInteger("completed"),
                Fields.decimal(from, "assessmentScore"),
                Fields.decimal(from, "satisfaction"),
                Fields.decimal(from, "daysToProficiency"),
                Fields.decimal(from, "applicationPercent"),
                from.get("notes", ""));
    }

    @Override
    public Document writeEvent(DomainEvent event) {
        return event instanceof Outcome.OutcomeRecorded(var program, var cohort)
                ? new Document("program", program).append("cohort", cohort)
                : new Document();
    }
}
