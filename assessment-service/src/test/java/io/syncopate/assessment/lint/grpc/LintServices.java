package io.syncopate.assessment.lint.grpc;

import io.grpc.BindableService;
import io.syncopate.assessment.lint.LintPlan;
import io.syncopate.assessment.program.Programs;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.assessment.shared.grpc.ChosenModel;

/** The service, for the tests of other packages. */
public final class LintServices {

    private LintServices() {}

    public static BindableService of(Programs programs, ChosenModel models, AnswerBrief answers) {
        return new LintGrpcService(programs, models, new LintPlan(answers));
    }
}
