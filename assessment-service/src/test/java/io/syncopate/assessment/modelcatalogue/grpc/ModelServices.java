package io.syncopate.assessment.modelcatalogue.grpc;

import io.grpc.BindableService;
import io.syncopate.assessment.model.ModelsInMemory;
import io.syncopate.starter.cpu.CpuPool;

/** The service of decision models, for the servers of other packages' tests. */
public final class ModelServices {

    private ModelServices() {}

    public static BindableService of(ModelsInMemory models, CpuPool pool) {
        return new DecisionModelGrpcService(models.available(), models.edit(), pool);
    }
}
