package io.syncopate.assessment.program.mongo;

import io.syncopate.assessment.program.Flexibility;
import io.syncopate.assessment.program.NextReminder;
import io.syncopate.assessment.program.Program;
import io.syncopate.assessment.program.Progress;
import io.syncopate.assessment.program.ReviewPlan;
import io.syncopate.assessment.program.WorkflowSwitch;

import org.bson.Document;

import java.time.LocalDate;
import java.util.Optional;

/** What happened around a programme's stages, and what its owner prepared for it. */
final class ProgressDocument {

    private ProgressDocument() {}

    static void write(Document into, Program program) {
        Fields.put(into, "review", program.progress().review().map(ProgressDocument::review));
        into.append(
                "switches",
                Fields.list(program.progress().switches(), ProgressDocument::workflowSwitch));
        into.append("flexibility", flexibility(program.description().flexibility()));
        Fields.put(into, "reminder", program.progress().reminder().map(ProgressDocument::reminder));
    }

    static Progress read(Document from) {
        return new Progress(
                Optional.ofNullable(from.get("pilot", Document.class)).map(PilotDocument::read),
                Optional.ofNullable(from.get("review", Document.class))
                        .map(ProgressDocument::review),
                Fields.list(from, "switches", ProgressDocument::workflowSwitch),
                Optional.ofNullable(from.get("reminder", Document.class))
                        .map(ProgressDocument::reminder));
    }

    static Flexibility flexibility(Document program) {
        Document from = program.get("flexibility", Document.class);
        return from == null
                ? Flexibility.NONE
                : new Flexibility(
                        from.getInteger("bufferWeeks", 0), from.getBoolean("modular", false));
    }

    private static Document flexibility(Flexibility flexibility) {
        return new Document("bufferWeeks", flexibility.bufferWeeks())
                .append("modular", flexibility.modular());
    }

    private static Document reminder(NextReminder next) {
        return new Document("week", next.week()).append("date", next.date().toString());
    }

    private static NextReminder reminder(Document from) {
        return new NextReminder(
                from.getInteger("week", 1), LocalDate.parse(from.getString("date")));
    }

    private static Document review(ReviewPlan plan) {
        var document = new Document("due", plan.due().toString());
        Fields.put(
                document,
                "last",
                plan.last()
                        .map(
                                held ->
                                        new Document("outcome", held.outcome())
                                                .append("conclusion", held.conclusion())
                                                .append("time", Fields.date(held.time()))));
        return document;
    }

    private static ReviewPlan review(Document from) {
        return new ReviewPlan(
                LocalDate.parse(from.getString("due")),
                Optional.ofNullable(from.get("last", Document.class))
                        .map(
                                held ->
                                        new ReviewPlan.Held(
                                                held.getString("outcome"),
                                                held.get("conclusion", ""),
                                                Fields.instant(held, "time"))));
    }

    private static Document workflowSwitch(WorkflowSwitch made) {
        var explanation = made.explanation();
        return new Document("from", made.from())
                .append("to", made.to())
                .append("reason", explanation.reason())
                .append("communication", explanation.communication())
                .append("deadlines", explanation.deadlines())
                .append("interaction", explanation.interaction())
                .append("flexibility", flexibility(made.flexibility()))
                .append("time", Fields.date(made.time()));
    }

    private static WorkflowSwitch workflowSwitch(Document from) {
        return new WorkflowSwitch(
                from.getString("from"),
                from.getString("to"),
                new WorkflowSwitch.Explanation(
                        from.get("reason", ""),
                        from.get("communication", ""),
                        from.get("deadlines", ""),
                        from.get("interaction", "")),
                flexibility(from),
                Fields.instant(from, "time"));
    }
}
