package io.syncopate.assessment.backtest.grpc;

import com.google.protobuf.Message;

import io.syncopate.assessment.backtest.Backtest;
import io.syncopate.assessment.backtest.PastAnswers;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.kernel.Reach;
import io.syncopate.proto.assessment.v1.BacktestWork;
import io.syncopate.starter.cpu.CpuPool;
import io.syncopate.starter.operation.OperationKind;
import io.syncopate.starter.operation.OperationRun;

import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.Set;

/**
 * Scores past briefs anew. Each page of programmes is one task of the CPU pool. A run that was killed
 * begins anew: it writes nothing, and takes seconds.
 */
@Component
class BacktestKind implements OperationKind {

    static final String NAME = "assessment.decisionModels.backtest";
    private static final String UNIT = "programs";

    private final BacktestCandidate candidates;
    private final PastAnswers past;
    private final AnswerBrief answers;
    private final CpuPool pool;

    BacktestKind(
            BacktestCandidate candidates, PastAnswers past, AnswerBrief answers, CpuPool pool) {
        this.candidates = candidates;
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
        var work = run.input(BacktestWork.class);
        // Whose programmes the caller reaches was asked when it was started; so was the model.
        var reach =
                new Reach(
                        run.caller().tenant(),
                        work.getWholeTenant()
                                ? Optional.empty()
                                : Optional.of(Set.copyOf(work.getOwnersList())));
        var candidate = candidates.of(Reach.everything(run.caller().tenant()), work.getRequest());
        var backtest = new Backtest(candidate.model(), answers);
        PastAnswers.Walk walk =
                past.walk(
                        reach,
                        (some, seen) -> {
                            pool.run(
                                    () -> {
                                        backtest.add(some.answers());
                                        return true;
                                    });
                            run.progress(seen, 0, UNIT);
                        });
        return BacktestMapper.write(backtest, candidate.version())
                .setUnsaved(candidate.unsaved())
                .setNotAssessed(walk.programs() - backtest.programs())
                .setMorePrograms(walk.more())
                .build();
    }
}
