package io.syncopate.assessment.backtest.grpc;

import io.syncopate.assessment.calibration.Calibration;
import io.syncopate.assessment.model.AvailableModels;
import io.syncopate.assessment.model.CompileModel;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.ModelName;
import io.syncopate.assessment.model.ModelText;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Versioned;
import io.syncopate.proto.assessment.v1.CalibrateDecisionModelRequest;

import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.OptionalInt;

/** The model that a calibration is asked for, and the one that it is held to. */
@Component
class CalibrationCandidate {

    private final AvailableModels models;
    private final CompileModel compile;
    private final AnswerBrief answers;

    CalibrationCandidate(AvailableModels models, CompileModel compile, AnswerBrief answers) {
        this.models = models;
        this.compile = compile;
        this.answers = answers;
    }

    /**
     * Versions of models.
     *
     * @param towards that its weights are held to
     */
    record Candidate(ModelName version, ModelText text, ModelName towards, ModelText trusted) {}

    Candidate of(Reach reach, CalibrateDecisionModelRequest request) {
        ModelName name = ModelName.parse(request.getName());
        ModelName version =
                version(
                        reach,
                        new ModelName(
                                name.id(),
                                request.getVersion() == 0
                                        ? OptionalInt.empty()
                                        : OptionalInt.of(request.getVersion())));
        ModelText text = models.text(reach, version);
        ModelName towards =
                version(
                        reach,
                        ModelName.parse(
                                request.getTowards().isEmpty()
                                        ? text.guide().toString()
                                        : request.getTowards()));
        return new Candidate(version, text, towards, models.text(reach, towards));
    }

    private ModelName version(Reach reach, ModelName name) {
        return new ModelName(name.id(), OptionalInt.of(models.version(reach, name).version()));
    }

    Calibration calibration(Candidate candidate) {
        return Calibration.of(
                candidate.version(), candidate.text(), candidate.trusted(), compile, answers);
    }

    /** What a proposal would be in the model's place. */
    DecisionModel compiled(Candidate candidate, ModelText proposed) {
        return compile.compiled(
                candidate.version().id(), candidate.version().version().orElseThrow(), proposed);
    }

    /** Of the model, while the version is its current one; empty for one of the platform. */
    Optional<String> etag(Reach reach, Candidate candidate) {
        var seen = models.get(reach, candidate.version().id());
        return seen.stored()
                .filter(each -> seen.model().version() == candidate.version().version().orElse(0))
                .map(Versioned::etag);
    }
}
