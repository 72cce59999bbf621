package io.syncopate.assessment.quality.grpc;

import io.grpc.BindableService;
import io.syncopate.assessment.program.Programs;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.assessment.shared.grpc.ChosenModel;

/** The service, for the tests of other packages. */
public final class QualityServices {

    private QualityServices() {}

    public static BindableService of(Programs programs, ChosenModel models, AnswerBrief answers) {
        return new QualityGrpcService(programs, models, answers);
    }
}
