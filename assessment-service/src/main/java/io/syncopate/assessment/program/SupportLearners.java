package io.syncopate.assessment.program;

import io.syncopate.assessment.learner.Calendar;
import io.syncopate.assessment.learner.SupportPlan;
import io.syncopate.assessment.program.Stage.Decision;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Versioned;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Tells how the learners of a programme are kept going, and what of it is due. */
public final class SupportLearners {

    private final Programs programs;
    private final Assessments assessments;
    private final Clock clock;

    public SupportLearners(Programs programs, Assessments assessments, Clock clock) {
        this.programs = programs;
        this.assessments = assessments;
        this.clock = clock;
    }

    /**
     * @param today in UTC, by which something is due
     */
    public record Today(SupportPlan plan, LocalDate today) {}

    public Today plan(Reach reach, String id) {
        Versioned<Program> found = programs.get(reach, id);
        Program program = found.value();
        String accepted =
                program.stage()
                        .decision()
                        .map(Decision::assessment)
                        .orElseThrow(() -> new ProgramException.NotAccepted());
        Assessment decided = assessments.get(reach.tenant(), found.id(), accepted).value();
        Optional<Calendar> calendar =
                program.stage().launch().map(launch -> decided.calendar(launch.startDate()));
        return new Today(
                SupportPlan.of(program.brief(), calendar),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
