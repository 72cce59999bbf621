package io.syncopate.assessment.program.mongo;

import io.syncopate.assessment.learner.LearnerInformation;
import io.syncopate.assessment.program.Description;
import io.syncopate.assessment.program.Launch;
import io.syncopate.assessment.program.LaunchStep;
import io.syncopate.assessment.program.Program;
import io.syncopate.assessment.program.ProgramEvent;
import io.syncopate.assessment.program.Stage;
import io.syncopate.assessment.program.Stage.Decision;
import io.syncopate.assessment.program.SuccessMetric;
import io.syncopate.assessment.program.SuccessMetric.Baseline;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Uid;
import io.syncopate.starter.mongo.DocumentMapper;

import org.bson.Document;

import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;

final class ProgramDocument implements DocumentMapper<Program> {

    /** The field that the sweep looks for: when the launch's next attempt is due. */
    static final String DUE = "due";

    /** The field that the other sweep looks for: when its learners are to be reminded. */
    static final String REMIND = "remind";

    @Override
    public String kind() {
        return "program";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Document write(Program program) {
        var document =
                new Document("displayName", program.displayName())
                        .append("brief", BriefDocument.write(program.brief()))
                        .append("metrics", Fields.list(program.metrics(), ProgramDocument::metric))
                        .append("learner", learner(program.description().information()))
                        .append("stage", stage(program.stage()));
        Fields.put(document, "pilot", program.pilot().map(PilotDocument::write));
        ProgressDocument.write(document, program);
        program.dueTime().ifPresent(due -> document.append(DUE, Fields.date(due)));
        program.reminderDue().ifPresent(due -> document.append(REMIND, Fields.date(due)));
        return document;
    }

    @Override
    public Program read(Document from) {
        return new Program(
                new Description(
                        from.getString("displayName"),
                        BriefDocument.read(from.get("brief", Document.class)),
                        Fields.list(from, "metrics", ProgramDocument::metric),
                        Optional.ofNullable(from.get("learner", Document.class))
                                .map(ProgramDocument::learner)
                                .orElse(LearnerInformation.NONE),
                        ProgressDocument.flexibility(from)),
                ProgressDocument.read(from),
                stage(from.get("stage", Document.class)));
    }

    @Override
    public Document writeEvent(DomainEvent event) {
        return switch ((ProgramEvent) event) {
            case ProgramEvent.ProgramCreated created -> new Document();
            case ProgramEvent.ProgramUpdated updated -> new Document();
            case ProgramEvent.ProgramAssessed(var assessment, var recommended) ->
                    new Document("assessment", assessment)
                            .append("recommended", recommended.name());
            case ProgramEvent.AssessmentAccepted(var assessment) ->
                    new Document("assessment", assessment);
            case ProgramEvent.PilotPlanned(var start, var end) ->
                    new Document("start", start.toString()).append("end", end.toString());
            case ProgramEvent.PilotRecorded(var feedback, var findings) ->
                    new Document("feedback", feedback).append("findings", findings);
            case ProgramEvent.PilotEnded(var findings) -> new Document("findings", findings);
            case ProgramEvent.LaunchStarted(var assessment) ->
                    new Document("assessment", assessment);
            case ProgramEvent.LaunchResumed resumed -> new Document();
            case ProgramEvent.LaunchStepAsked(var step, var attempt) ->
                    new Document("step", step.name()).append("attempt", attempt);
            case ProgramEvent.LaunchStepTaken(var step, var state, var resource) ->
                    new Document("step", step.name())
                            .append("state", state.name())
                            .append("resource", resource);
            case ProgramEvent.LaunchCancelling cancelling -> new Document();
            case ProgramEvent.LaunchCancelled cancelled -> new Document();
            case ProgramEvent.WorkflowSwitched(var assessment, var recommended) ->
                    new Document("assessment", assessment)
                            .append("recommended", recommended.name());
            case ProgramEvent.ProgramReviewed(var outcome, var next) ->
                    new Document("outcome", outcome).append("next", next.toString());
            case ProgramEvent.ReminderDue(var reminder, var skipped, var activities) ->
                    new Document("date", reminder.date().toString())
                            .append("week", reminder.week())
                            .append("weeks", reminder.weeks())
                            .append("text", reminder.text())
                            .append("doneByNow", reminder.doneByNow())
                            .append("now", reminder.now())
                            .append("activitiesDone", reminder.doneByNow().size())
                            .append("activities", activities)
                            .append("skipped", skipped);
            case ProgramEvent.RemindersEnded ended -> new Document();
            case ProgramEvent.ProgramDeleted deleted -> new Document();
        };
    }

    private static Document metric(SuccessMetric metric) {
        var document =
                new Document("metric", metric.metric().name())
                        .append("target", metric.target())
                        .append("unit", metric.unit());
        metric.baseline()
                .ifPresent(
                        baseline ->
                                document.append("baseline", baseline.value())
                                        .append("baselineKind", baseline.kind().name())
                                        .append("baselineSource", baseline.source()));
        return document;
    }

    private static SuccessMetric metric(Document from) {
        return new SuccessMetric(
                Fields.required(from, "metric", SuccessMetric.Metric.class),
                from.getDouble("target"),
                from.getString("unit"),
                Fields.decimal(from, "baseline").stream()
                        .mapToObj(value -> baseline(value, from))
                        .findFirst());
    }

    /** One that was stored before its kind was asked for counts as that of an earlier run. */
    private static Baseline baseline(double value, Document from) {
        return new Baseline(
                value,
                Fields.constant(from, "baselineKind", Baseline.Kind.class)
                        .orElse(Baseline.Kind.EARLIER_RUN),
                from.get("baselineSource", ""));
    }

    private static Document learner(LearnerInformation information) {
        return new Document("access", information.access())
                .append("feedback", information.feedback())
                .append("attendanceNote", information.attendanceNote());
    }

    private static LearnerInformation learner(Document from) {
        return new LearnerInformation(
                from.get("access", ""), from.get("feedback", ""), from.get("attendanceNote", ""));
    }

    private static Document stage(Stage stage) {
        var document =
                new Document(
                        "kind",
                        switch (stage) {
                            case Stage.Draft draft -> "DRAFT";
                            case Stage.Assessed assessed -> "ASSESSED";
                            case Stage.Accepted accepted -> "ACCEPTED";
                            case Stage.Launching launching -> "LAUNCHING";
                            case Stage.Cancelling cancelling -> "CANCELLING";
                            case Stage.Running running -> "RUNNING";
                        });
        Fields.put(document, "latest", stage.latest());
        Fields.put(
                document,
                "decision",
                stage.decision()
                        .map(
                                decision ->
                                        new Document("assessment", decision.assessment())
                                                .append("input", decision.input())));
        Fields.put(document, "launch", stage.launch().map(ProgramDocument::launch));
        return document;
    }

    private static Stage stage(Document from) {
        Optional<String> latest = Optional.ofNullable(from.getString("latest"));
        Optional<Decision> decision =
                Optional.ofNullable(from.get("decision", Document.class))
                        .map(d -> new Decision(d.getString("assessment"), d.getString("input")));
        Optional<Launch> launch =
                Optional.ofNullable(from.get("launch", Document.class))
                        .map(ProgramDocument::launch);
        String kind = from.getString("kind");
        return switch (kind) {
            case "DRAFT" -> new Stage.Draft();
            case "ASSESSED" -> new Stage.Assessed(latest);
            case "ACCEPTED" -> new Stage.Accepted(latest, decision);
            case "LAUNCHING" -> new Stage.Launching(latest, decision, launch);
            case "CANCELLING" -> new Stage.Cancelling(latest, decision, launch);
            case "RUNNING" -> new Stage.Running(latest, decision, launch);
            default -> throw new IllegalStateException("unknown stage '%s'".formatted(kind));
        };
    }

    private static Document launch(Launch launch) {
        var document =
                new Document("assessment", launch.assessment())
                        .append("startDate", launch.startDate().toString())
                        .append("by", launch.by().value())
                        .append("steps", Fields.list(launch.steps(), ProgramDocument::step))
                        .append("startTime", Fields.date(launch.startTime()));
        Fields.put(document, "completeTime", launch.completeTime().map(Fields::date));
        Fields.put(
                document,
                "terms",
                launch.terms()
                        .map(
                                terms ->
                                        new Document("displayName", terms.displayName())
                                                .append("bufferWeeks", terms.bufferWeeks())));
        return document;
    }

    private static Launch launch(Document from) {
        return new Launch(
                from.getString("assessment"),
                Optional.ofNullable(from.get("terms", Document.class))
                        .map(
                                terms ->
                                        new Launch.Terms(
                                                terms.getString("displayName"),
                                                terms.getInteger("bufferWeeks", 0))),
                LocalDate.parse(from.getString("startDate")),
                new Uid(from.getString("by")),
                Fields.list(from, "steps", ProgramDocument::step),
                Fields.instant(from, "startTime"),
                Optional.ofNullable(from.getDate("completeTime")).map(Date::toInstant));
    }

    private static Document step(LaunchStep step) {
        return new Document("kind", step.kind().name())
                .append("state", step.state().name())
                .append("resource", step.resource())
                .append("detail", step.detail())
                .append("attempts", step.attempts())
                .append("doubt", step.doubt())
                .append("request", step.request())
                .append("updateTime", Fields.date(step.updateTime()));
    }

    private static LaunchStep step(Document from) {
        return new LaunchStep(
                Fields.required(from, "kind", LaunchStep.Kind.class),
                Fields.required(from, "state", LaunchStep.State.class),
                from.get("resource", ""),
                from.get("detail", ""),
                from.getInteger("attempts", 0),
                from.getBoolean("doubt", false),
                from.get("request", ""),
                Fields.instant(from, "updateTime"));
    }
}
