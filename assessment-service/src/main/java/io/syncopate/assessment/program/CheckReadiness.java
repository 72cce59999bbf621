package io.syncopate.assessment.program;

import io.syncopate.assessment.learner.LearnerSheet;
import io.syncopate.assessment.program.Stage.Accepted;
import io.syncopate.assessment.program.Stage.Decision;
import io.syncopate.assessment.scoring.JourneyItem;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.RefusedException;
import io.syncopate.kernel.Versioned;

import java.util.List;
import java.util.Optional;

/** Says how far a programme is prepared, and what its learners would be told. */
public final class CheckReadiness {

    private final Programs programs;
    private final Assessments assessments;

    public CheckReadiness(Programs programs, Assessments assessments) {
        this.programs = programs;
        this.assessments = assessments;
    }

    /** What a launch would be refused for, whatever its day; empty when nothing is in the way. */
    public List<RefusedException> blockers(Reach reach, String id) {
        Versioned<Program> found = programs.get(reach, id);
        Program program = found.value();
        return switch (program.stage()) {
            case Stage.Draft draft -> List.of(new ProgramException.NotAccepted());
            case Stage.Assessed assessed -> List.of(new ProgramException.NotAccepted());
            case Accepted accepted ->
                    new Readiness(program, accepted, journey(reach, found)).blockers();
            case Stage.Launching launching -> List.of(new ProgramException.AlreadyLaunched());
            case Stage.Cancelling cancelling -> List.of(new ProgramException.BeingCancelled());
            case Stage.Running running -> List.of(new ProgramException.AlreadyLaunched());
        };
    }

    /** It follows what is accepted, before and after the launch. */
    public LearnerSheet sheet(Reach reach, String id) {
        Versioned<Program> found = programs.get(reach, id);
        Program program = found.value();
        return LearnerSheet.of(
                program.displayName(),
                program.brief().objective(),
                journey(reach, found),
                program.description().information());
    }

    private List<JourneyItem> journey(Reach reach, Versioned<Program> found) {
        Optional<Decision> decision = found.value().stage().decision();
        String accepted =
                decision.orElseThrow(() -> new ProgramException.NotAccepted()).assessment();
        return assessments.get(reach.tenant(), found.id(), accepted).value().answer().journey();
    }
}
