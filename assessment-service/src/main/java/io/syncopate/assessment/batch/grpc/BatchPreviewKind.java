package io.syncopate.assessment.batch.grpc;

import com.google.protobuf.Message;

import io.syncopate.assessment.batch.BatchLimits;
import io.syncopate.assessment.batch.BriefRows;
import io.syncopate.assessment.batch.PreviewBatch;
import io.syncopate.assessment.batch.RefusedRow;
import io.syncopate.assessment.batch.RowResult;
import io.syncopate.assessment.model.AvailableModels;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.ModelName;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.TenantId;
import io.syncopate.proto.assessment.v1.BatchPreviewAssessmentsRequest;
import io.syncopate.proto.assessment.v1.BatchPreviewAssessmentsResponse;
import io.syncopate.starter.cpu.CpuPool;
import io.syncopate.starter.operation.OperationKind;
import io.syncopate.starter.operation.OperationRun;

import org.springframework.stereotype.Component;

import java.util.List;

/**
 * Scores a file that was sent. Each piece is one task of the CPU pool, so that batches take turns
 * with each other and with whatever else computes. What was done so far is both the checkpoint and, in
 * the end, the response.
 */
@Component
class BatchPreviewKind implements OperationKind {

    static final String NAME = "assessment.assessments.batchPreview";
    private static final String UNIT = "rows";

    private final BatchStore store;
    private final BatchReader reader;
    private final AvailableModels models;
    private final AnswerBrief answers;
    private final CpuPool pool;

    BatchPreviewKind(
            BatchStore store,
            BatchReader reader,
            AvailableModels models,
            AnswerBrief answers,
            CpuPool pool) {
        this.store = store;
        this.reader = reader;
        this.models = models;
        this.answers = answers;
        this.pool = pool;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Message run(OperationRun run) {
        TenantId tenant = run.caller().tenant();
        var asked = run.input(BatchPreviewAssessmentsRequest.class);
        // What the caller reaches was asked when it was started.
        DecisionModel model =
                models.model(Reach.everything(tenant), ModelName.parse(asked.getDecisionModel()));
        BatchPreviewAssessmentsResponse done = doneBefore(run, model);
        int total = pool.run(() -> BatchLimits.count(rows(run, asked)));
        run.progress(done.getRows(), done.getRefusedRows(), total, UNIT);
        var batch = new PreviewBatch(rows(run, asked), model, answers);
        int passed = done.getRows();
        pool.run(
                () -> {
                    batch.passOver(passed);
                    return true;
                });
        while (true) {
            List<RowResult> piece = pool.run(batch::next);
            if (piece.isEmpty()) {
                return done;
            }
            store.keepResult(
                    tenant,
                    run.id(),
                    done.getRows() / PreviewBatch.ROWS_IN_PIECE,
                    ResultFile.kept(piece));
            done = with(done, piece);
            // In this order: a checkpoint is written at once, and with it how far the work is.
            run.progress(done.getRows(), done.getRefusedRows(), total, UNIT);
            run.checkpoint(done);
        }
    }

    private BriefRows rows(OperationRun run, BatchPreviewAssessmentsRequest asked) {
        return reader.rows(
                asked.getContent().getContentType(),
                new BatchInput(store.files(), run.caller().tenant(), run.id()));
    }

    /** Answers of another version of the model would not go together with those of this one. */
    private static BatchPreviewAssessmentsResponse doneBefore(
            OperationRun run, DecisionModel model) {
        return run.checkpoint(BatchPreviewAssessmentsResponse.class)
                .filter(before -> before.getDecisionModelHash().equals(model.hash()))
                .orElseGet(
                        () ->
                                BatchPreviewAssessmentsResponse.newBuilder()
                                        .setDecisionModel("decisionModels/" + model.id())
                                        .setDecisionModelVersion(model.version())
                                        .setDecisionModelHash(model.hash())
                                        .build());
    }

    private static BatchPreviewAssessmentsResponse with(
            BatchPreviewAssessmentsResponse before, List<RowResult> piece) {
        int refused =
                Math.toIntExact(piece.stream().filter(each -> each instanceof RefusedRow).count());
        return before.toBuilder()
                .setRows(before.getRows() + piece.size())
                .setRefusedRows(before.getRefusedRows() + refused)
                .build();
    }
}
