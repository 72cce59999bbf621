package io.syncopate.assessment.program;

import io.syncopate.assessment.program.Stage.Decision;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.Versioned;

import java.util.Optional;

/** Lets a programme that runs go on by another of its assessments: once, and explained. */
public final class SwitchWorkflow {

    private final Programs programs;
    private final Assessments assessments;

    public SwitchWorkflow(Programs programs, Assessments assessments) {
        this.programs = programs;
        this.assessments = assessments;
    }

    /**
     * @param of id of the programme that the assessment was named under
     * @param assessment its id
     */
    public record To(String of, String assessment) {}

    /**
     * @param etag of the version that the caller saw, or empty
     */
    public Versioned<Program> to(
            Command by, String id, To to, WorkflowSwitch.Explanation explanation, String etag) {
        Optional<Versioned<Program>> answered = programs.answered(by, id);
        if (answered.isPresent()) {
            return answered.get();
        }
        Versioned<Program> before = programs.get(by.reach(), id);
        if (!to.of().equals(id)) {
            throw new ProgramException.OtherProgramsAssessment(to.assessment());
        }
        Etags.check(etag, before);
        var wanted = assessments.get(by.tenant(), id, to.assessment()).value();
        return programs.change(
                by,
                before,
                before.value()
                        .switching(
                                new Decision(to.assessment(), wanted.brief().hash()),
                                explanation,
                                by.at()),
                new ProgramEvent.WorkflowSwitched(to.assessment(), wanted.answer().recommended()));
    }
}
