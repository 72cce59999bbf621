package io.syncopate.assessment.batch;

import io.syncopate.kernel.RefusedException.Violation;

import java.util.List;

/**
 * A brief that cannot be scored.
 *
 * @param errors at least one; their fields are paths in the brief, empty for the row as a whole
 */
public record RefusedRow(int number, List<Violation> errors) implements Row, RowResult {

    public RefusedRow {
        errors = List.copyOf(errors);
        if (errors.isEmpty()) {
            throw new IllegalArgumentException(
                    "row %d: expected at least one error".formatted(number));
        }
    }
}
