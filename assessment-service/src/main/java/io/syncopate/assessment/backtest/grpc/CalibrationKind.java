package io.syncopate.assessment.backtest.grpc;

import com.google.protobuf.Message;

import io.syncopate.assessment.backtest.Backtest;
import io.syncopate.assessment.backtest.PastAnswers;
import io.syncopate.assessment.backtest.grpc.CalibrationCandidate.Candidate;
import io.syncopate.assessment.calibration.Calibration;
import io.syncopate.assessment.calibration.Proposal;
import io.syncopate.assessment.calibration.ReviewedPrograms;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.kernel.Reach;
import io.syncopate.proto.assessment.v1.BacktestDecisionModelResponse;
import io.syncopate.proto.assessment.v1.CalibrationWork;
import io.syncopate.starter.cpu.CpuPool;
import io.syncopate.starter.operation.OperationKind;
import io.syncopate.starter.operation.OperationRun;

import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fits weights to reviewed programmes and tries them on the past. Each page of programmes is one task
 * of the CPU pool, and so is the fit. A run that was killed begins anew: it writes nothing, and takes
 * seconds.
 */
@Component
class CalibrationKind implements OperationKind {

    static final String NAME = "assessment.decisionModels.calibrate";
    private static final String UNIT = "programs";

    private final CalibrationCandidate candidates;
    private final ReviewedPrograms reviewed;
    private final PastAnswers past;
    private final AnswerBrief answers;
    private final CpuPool pool;

    CalibrationKind(
            CalibrationCandidate candidates,
            ReviewedPrograms reviewed,
            PastAnswers past,
            AnswerBrief answers,
            CpuPool pool) {
        this.candidates = candidates;
        this.reviewed = reviewed;
        this.past = past;
        this.answers = answers;
        this.pool = pool;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Message run(OperationRun run) {
        var work = run.input(CalibrationWork.class);
        // Whose programmes the caller reaches was asked when it was started; so were the models.
        var reach =
                new Reach(
                        run.caller().tenant(),
                        work.getWholeTenant()
                                ? Optional.empty()
                                : Optional.of(Set.copyOf(work.getOwnersList())));
        Reach models = Reach.everything(run.caller().tenant());
        Candidate candidate = candidates.of(models, work.getRequest());
        Calibration calibration = pool.run(() -> candidates.calibration(candidate));
        var fitted = new AtomicInteger();
        boolean more =
                reviewed.walk(
                        reach,
                        (some, seen) -> {
                            pool.run(
                                    () -> {
                                        calibration.add(some.told());
                                        return true;
                                    });
                            fitted.set(seen);
                            run.progress(seen, 0, UNIT);
                        });
        Proposal proposal = pool.run(calibration::propose);
        var message = new CalibrationMessage(candidate, proposal, calibration);
        return message.write(
                        candidates.compiled(candidate, proposal.text()),
                        candidates.etag(models, candidate),
                        more)
                .setBacktest(backtest(run, reach, candidate, proposal, fitted.get()))
                .build();
    }

    private BacktestDecisionModelResponse backtest(
            OperationRun run, Reach reach, Candidate candidate, Proposal proposal, int before) {
        var backtest = new Backtest(candidates.compiled(candidate, proposal.text()), answers);
        PastAnswers.Walk walk =
                past.walk(
                        reach,
                        (some, seen) -> {
                            pool.run(
                                    () -> {
                                        backtest.add(some.answers());
                                        return true;
                                    });
                            run.progress((long) before + seen, 0, UNIT);
                        });
        return BacktestMapper.write(backtest, candidate.version())
                .setUnsaved(!proposal.unchanged())
                .setNotAssessed(walk.programs() - backtest.programs())
                .setMorePrograms(walk.more())
                .build();
    }
}
