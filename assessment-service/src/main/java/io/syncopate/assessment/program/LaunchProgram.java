package io.syncopate.assessment.program;

import io.syncopate.assessment.program.Stage.Decision;
import io.syncopate.assessment.scoring.JourneyItem;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.Versioned;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Records that a programme is to be launched; {@link RunLaunch} does it. Two who launch at once
 * cannot both get through: the second finds the version changed or the launch recorded.
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
     * @param etag of the version that the caller saw, or empty
     */
    public Versioned<Program> launch(Command by, String id, LocalDate start, String etag) {
        Optional<Versioned<Program>> answered = programs.answered(by, id);
        if (answered.isPresent()) {
            return answered.get();
        }
        Versioned<Program> before = programs.get(by.tenant(), id);
        Etags.check(etag, before);
        Optional<Decision> decision = before.value().stage().decision();
        List<JourneyItem> journey =
                decision.map(Decision::assessment)
                        .map(assessment -> assessments.get(by.tenant(), id, assessment))
                        .map(assessment -> assessment.value().answer().journey())
                        .orElse(List.of());
        Versioned<Program> launching =
                programs.change(
                        by,
                        before,
                        before.value().launching(start, journey, by.by().uid(), by.at()),
                        new ProgramEvent.LaunchStarted(
                                decision.map(Decision::assessment).orElse("")));
        soon.wake();
        return launching;
    }
}
