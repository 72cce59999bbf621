package io.syncopate.assessment.program;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.Versioned;

import java.util.Optional;

/** Takes one of a programme's assessments as the decision. */
public final class AcceptAssessment {

    private final Programs programs;
    private final Assessments assessments;

    public AcceptAssessment(Programs programs, Assessments assessments) {
        this.programs = programs;
        this.assessments = assessments;
    }

    /**
     * @param of id of the programme that the assessment was named under
     * @param etag of the version that the caller saw, or empty
     */
    public Versioned<Program> accept(
            Command by, String id, String of, String assessment, String etag) {
        Optional<Versioned<Program>> answered = programs.answered(by, id);
        if (answered.isPresent()) {
            return answered.get();
        }
        Versioned<Program> before = programs.get(by.reach(), id);
        if (!of.equals(id)) {
            throw new ProgramException.OtherProgramsAssessment(assessment);
        }
        Etags.check(etag, before);
        Versioned<Assessment> accepted = assessments.get(by.tenant(), id, assessment);
        return programs.change(
                by,
                before,
                before.value().accepting(assessment, accepted.value().brief().hash()),
                new ProgramEvent.AssessmentAccepted(assessment));
    }
}
