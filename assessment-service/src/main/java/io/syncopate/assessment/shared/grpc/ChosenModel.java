package io.syncopate.assessment.shared.grpc;

import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.DecisionModels;
import io.syncopate.assessment.model.Guidance;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

/** The model that a request names, or the one that scores when none is named. */
@Component
public final class ChosenModel {

    private static final int PREFIX = "decisionModels/".length();

    private final DecisionModels models;

    public ChosenModel(DecisionModels models) {
        this.models = models;
    }

    /**
     * @param name {@code decisionModels/{decision_model}}, or empty
     */
    public DecisionModel named(String name) {
        return name.isEmpty()
                ? models.standard()
                : models.get(CallContext.caller().tenant(), name.substring(PREFIX));
    }

    public static io.syncopate.proto.assessment.v1.Guidance guidance(Guidance guidance) {
        return io.syncopate.proto.assessment.v1.Guidance.newBuilder()
                .setAsOf(guidance.asOf())
                .setNotice(guidance.notice())
                .build();
    }
}
