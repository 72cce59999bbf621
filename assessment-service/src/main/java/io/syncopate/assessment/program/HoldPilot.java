package io.syncopate.assessment.program;

import io.syncopate.assessment.pilot.Feedback;
import io.syncopate.assessment.pilot.Finding;
import io.syncopate.assessment.pilot.Pilot;
import io.syncopate.assessment.pilot.SampleWish;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.Versioned;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Tries an accepted journey with a small group: planned, told of, finished. */
public final class HoldPilot {

    private final Programs programs;

    public HoldPilot(Programs programs) {
        this.programs = programs;
    }

    /**
     * @param days empty for two weeks
     */
    public record Plan(LocalDate start, Optional<Integer> days, SampleWish sample) {}

    /**
     * @param etag of the version that the caller saw, or empty
     */
    public Versioned<Program> plan(Command by, String id, Plan plan, String etag) {
        return change(
                by,
                id,
                etag,
                before ->
                        before.piloting(
                                assessment ->
                                        Pilot.planned(
                                                assessment,
                                                plan.start(),
                                                plan.days().orElse(Pilot.USUAL_DAYS),
                                                plan.sample().of(before.brief()))),
                pilot -> new ProgramEvent.PilotPlanned(pilot.start(), pilot.end()));
    }

    /**
     * @param etag of the version that the caller saw, or empty
     */
    public Versioned<Program> record(
            Command by, String id, List<Feedback> feedback, List<Finding> findings, String etag) {
        return change(
                by,
                id,
                etag,
                before -> before.inPilot(pilot -> pilot.recorded(feedback, findings)),
                pilot ->
                        new ProgramEvent.PilotRecorded(
                                pilot.feedback().size(), pilot.findings().size()));
    }

    /**
     * @param etag of the version that the caller saw, or empty
     */
    public Versioned<Program> finish(Command by, String id, String etag) {
        LocalDate today = LocalDate.ofInstant(by.at(), ZoneOffset.UTC);
        return change(
                by,
                id,
                etag,
                before -> before.inPilot(pilot -> pilot.finished(today, by.at())),
                pilot -> new ProgramEvent.PilotEnded(pilot.findings().size()));
    }

    private Versioned<Program> change(
            Command by,
            String id,
            String etag,
            UnaryOperator<Program> change,
            Function<Pilot, ProgramEvent> event) {
        Optional<Versioned<Program>> answered = programs.answered(by, id);
        if (answered.isPresent()) {
            return answered.get();
        }
        Versioned<Program> before = programs.get(by.reach(), id);
        Etags.check(etag, before);
        Program after = change.apply(before.value());
        return programs.change(by, before, after, event.apply(after.pilot().orElseThrow()));
    }
}
