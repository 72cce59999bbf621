package io.syncopate.assessment.program;

import io.syncopate.assessment.learner.Calendar;
import io.syncopate.assessment.program.Stage.Decision;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.Versioned;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Records that a programme is to be launched, or that a launch which was refused is to go on; {@link
 * RunLaunch} does it. Two who launch at once cannot both get through: the second finds the version
 * changed or the launch recorded.
 */
public final class LaunchProgram {

    private final Programs programs;
    private final Assessments assessments;
    private final LaunchSoon soon;

    public LaunchProgram(Programs programs, Assessments assessments, LaunchSoon soon) {
        this.programs = programs;
        this.assessments = assessments;
        this.soon = soon;
    }

    /**
     * What is known to be refused by the other services is refused here, before anything is
     * recorded.
     *
     * @param etag of the version that the caller saw, or empty
     */
    public Versioned<Program> launch(Command by, String id, LocalDate start, String etag) {
        Optional<Versioned<Program>> answered = programs.answered(by, id);
        if (answered.isPresent()) {
            return answered.get();
        }
        LaunchLimits.check(start);
        Versioned<Program> before = programs.get(by.reach(), id);
        Etags.check(etag, before);
        Versioned<Program> launching =
                before.value().stage() instanceof Stage.Launching
                        ? resume(by, before, start)
                        : begin(by, before, start);
        soon.wake();
        return launching;
    }

    private Versioned<Program> resume(Command by, Versioned<Program> before, LocalDate start) {
        return programs.change(
                by,
                before,
                before.value().resuming(start, by.by().uid(), by.at()),
                new ProgramEvent.LaunchResumed());
    }

    private Versioned<Program> begin(Command by, Versioned<Program> before, LocalDate start) {
        Optional<Assessment> accepted =
                before.value()
                        .stage()
                        .decision()
                        .map(Decision::assessment)
                        .map(assessment -> assessments.get(by.tenant(), before.id(), assessment))
                        .map(Versioned::value);
        Program launching =
                before.value()
                        .launching(
                                accepted.map(each -> each.calendar(start))
                                        .orElseGet(() -> new Calendar(start, 1, List.of())),
                                by.by().uid(),
                                "launch-%s-%s".formatted(before.id(), before.etag()),
                                by.at());
        LaunchLimits.check(
                new JourneyInServices(
                        before.id(),
                        launching.launchTerms(),
                        before.ownership().teams(),
                        accepted.orElseThrow(),
                        start));
        return programs.change(
                by,
                before,
                launching,
                new ProgramEvent.LaunchStarted(
                        launching.stage().decision().orElseThrow().assessment()));
    }
}
