package io.syncopate.assessment.shared.grpc;

import io.syncopate.assessment.model.AvailableModels;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.Guidance;
import io.syncopate.kernel.Reach;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

/** The model that a request names, or the one that scores when none is named. */
@Component
public final class ChosenModel {

    private final AvailableModels models;

    public ChosenModel(AvailableModels models) {
        this.models = models;
    }

    /**
     * @param name {@code decisionModels/{decision_model}}, or empty for the tenant's default
     */
    public DecisionModel named(String name) {
        return models.chosen(Reach.of(CallContext.caller(), AvailableModels.READ), name);
    }

    public static io.syncopate.proto.assessment.v1.Guidance guidance(Guidance guidance) {
        return io.syncopate.proto.assessment.v1.Guidance.newBuilder()
                .setAsOf(guidance.asOf())
                .setNotice(guidance.notice())
                .build();
    }
}
