package io.syncopate.assessment.batch;

import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.scoring.AnswerBrief;

import java.util.ArrayList;
import java.util.List;

/** Scores the briefs of a file in pieces, in their order. */
public final class PreviewBatch {

    /** What a kill costs at most, and what is kept by one write: some 100 KB. */
    public static final int ROWS_IN_PIECE = 250;

    private final BriefRows rows;
    private final DecisionModel model;
    private final AnswerBrief answers;

    public PreviewBatch(BriefRows rows, DecisionModel model, AnswerBrief answers) {
        this.rows = rows;
        this.model = model;
        this.answers = answers;
    }

    /** Goes beyond what an earlier run has done. */
    public void passOver(int done) {
        for (int passed = 0; passed < done; passed++) {
            if (!rows.advance()) {
                return;
            }
        }
    }

    /** What came of the next rows, as many as a piece has or are left; empty at the end. */
    public List<RowResult> next() {
        var piece = new ArrayList<RowResult>(ROWS_IN_PIECE);
        while (piece.size() < ROWS_IN_PIECE && rows.advance()) {
            piece.add(result(rows.row()));
        }
        return List.copyOf(piece);
    }

    private RowResult result(Row row) {
        return switch (row) {
            case Row.Stated stated ->
                    new RowResult.Answered(stated.number(), answers.outline(stated.brief(), model));
            case RefusedRow refused -> refused;
        };
    }
}
