package io.syncopate.assessment.backtest.grpc;

import io.syncopate.assessment.model.AvailableModels;
import io.syncopate.assessment.model.CompileModel;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.ModelName;
import io.syncopate.assessment.model.ModelText;
import io.syncopate.assessment.shared.grpc.ModelMessages;
import io.syncopate.kernel.Reach;
import io.syncopate.proto.assessment.v1.BacktestDecisionModelRequest;

import org.springframework.stereotype.Component;

import java.util.OptionalInt;

/** The model that a back-test is asked for: a version, or what would become of it. */
@Component
class BacktestCandidate {

    private final AvailableModels models;
    private final CompileModel compile;

    BacktestCandidate(AvailableModels models, CompileModel compile) {
        this.models = models;
        this.compile = compile;
    }

    /**
     * A model to try.
     *
     * @param version that it is, or that it starts from
     */
    record Candidate(DecisionModel model, ModelName version, boolean unsaved) {}

    /** As {@link #of}, with all that is wrong with an unsaved one; it may compute for some seconds. */
    Candidate checked(Reach reach, BacktestDecisionModelRequest request) {
        if (request.hasDecisionModel()) {
            ModelName version = version(reach, request);
            compile.checked(
                    ModelMessages.FIELD,
                    version.id(),
                    version.version().orElseThrow(),
                    unsaved(reach, version, request));
        }
        return of(reach, request);
    }

    Candidate of(Reach reach, BacktestDecisionModelRequest request) {
        ModelName version = version(reach, request);
        if (!request.hasDecisionModel()) {
            return new Candidate(models.model(reach, version), version, false);
        }
        ModelText text = unsaved(reach, version, request);
        return new Candidate(
                compile.compiled(version.id(), version.version().orElseThrow(), text),
                version,
                true);
    }

    private ModelText unsaved(
            Reach reach, ModelName version, BacktestDecisionModelRequest request) {
        return ModelMessages.changed(
                models.text(reach, version),
                request.getDecisionModel(),
                request.getUpdateMask().getPathsList());
    }

    private ModelName version(Reach reach, BacktestDecisionModelRequest request) {
        String id = ModelName.parse(request.getName()).id();
        OptionalInt wanted =
                request.getVersion() == 0
                        ? OptionalInt.empty()
                        : OptionalInt.of(request.getVersion());
        int version = models.version(reach, new ModelName(id, wanted)).version();
        return new ModelName(id, OptionalInt.of(version));
    }
}
