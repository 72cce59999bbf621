package io.syncopate.assessment.program;

import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.Ids;
import io.syncopate.kernel.Versioned;

/** Scores a programme's brief and keeps the answer as a new assessment. */
public final class AssessProgram {

    private final Programs programs;
    private final Assessments assessments;
    private final AnswerBrief answers;

    public AssessProgram(Programs programs, Assessments assessments, AnswerBrief answers) {
        this.programs = programs;
        this.assessments = assessments;
        this.answers = answers;
    }

    /**
     * The assessment is kept before the programme names it: what is named can always be read. A
     * repeat finds the assessment by the id that its request id gives.
     *
     * @param etag of the version that the caller saw, or empty
     */
    public Versioned<Assessment> assess(Command by, String id, DecisionModel model, String etag) {
        String assessment = Ids.forCommand(by);
        if (programs.answered(by, id).isPresent()) {
            return assessments.get(by.tenant(), id, assessment);
        }
        Versioned<Program> before = programs.get(by.reach(), id);
        Etags.check(etag, before);
        Program program = before.value();
        var value =
                new Assessment(
                        id,
                        before.etag(),
                        program.brief(),
                        answers.answerWithStability(program.brief(), model));
        Versioned<Assessment> kept =
                assessments.add(
                        by,
                        Assessment.key(id, assessment),
                        value,
                        new Assessment.AssessmentMade(id, value.answer().recommended()));
        programs.change(
                by,
                before,
                program.assessed(assessment),
                new ProgramEvent.ProgramAssessed(assessment, kept.value().answer().recommended()));
        return kept;
    }
}
