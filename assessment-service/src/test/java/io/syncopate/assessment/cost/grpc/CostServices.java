package io.syncopate.assessment.cost.grpc;

import io.grpc.BindableService;
import io.syncopate.assessment.program.Programs;
import io.syncopate.assessment.shared.grpc.ChosenModel;

/** The service, for the tests of other packages. */
public final class CostServices {

    private CostServices() {}

    public static BindableService of(Programs programs, ChosenModel models) {
        return new CostGrpcService(programs, models);
    }
}
