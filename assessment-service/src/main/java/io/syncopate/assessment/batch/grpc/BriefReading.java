package io.syncopate.assessment.batch.grpc;

import io.syncopate.assessment.batch.BatchLimits;
import io.syncopate.assessment.batch.RefusedRow;
import io.syncopate.assessment.batch.Row;
import io.syncopate.assessment.shared.grpc.BriefMapper;
import io.syncopate.kernel.RefusedException;
import io.syncopate.kernel.RefusedException.Violation;
import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.starter.call.RequestRules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Holds a row against the rules that a brief in a call is held against. */
final class BriefReading {

    private static final String IN_A_REQUEST = "brief.";

    private final RequestRules rules;

    BriefReading(RequestRules rules) {
        this.rules = rules;
    }

    /**
     * @param length of the row, in characters
     * @param read reads it into a message, and adds what cannot be read to the errors
     */
    Row row(int number, int length, Function<List<Violation>, Brief> read) {
        if (length > BatchLimits.ROW_LENGTH) {
            return refused(
                    number,
                    Violation.of(
                            "",
                            length + " characters",
                            "%d at most".formatted(BatchLimits.ROW_LENGTH)));
        }
        var errors = new ArrayList<Violation>();
        Brief message = read.apply(errors);
        if (!errors.isEmpty()) {
            return new RefusedRow(number, errors);
        }
        try {
            rules.check(message);
            return new Row.Stated(number, BriefMapper.read(message));
        } catch (RefusedException e) {
            return new RefusedRow(
                    number, e.violations().stream().map(BriefReading::withinABrief).toList());
        }
    }

    static RefusedRow refused(int number, Violation error) {
        return new RefusedRow(number, List.of(error));
    }

    private static Violation withinABrief(Violation error) {
        return error.field().startsWith(IN_A_REQUEST)
                ? new Violation(
                        error.field().substring(IN_A_REQUEST.length()),
                        error.value(),
                        error.expected(),
                        error.description())
                : error;
    }
}
