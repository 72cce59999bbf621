package io.syncopate.assessment.program.grpc;

import build.buf.protovalidate.Validator;

import com.google.api.HttpBody;

import io.syncopate.assessment.shared.grpc.CsvColumns;
import io.syncopate.assessment.shared.grpc.CsvFile;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException;
import io.syncopate.kernel.RefusedException.Violation;
import io.syncopate.proto.assessment.v1.Outcome;
import io.syncopate.starter.call.RequestRules;
import io.syncopate.starter.file.TextFile;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;

/** Outcomes as a spreadsheet writes them. */
@Component
class OutcomeFiles {

    private static final int MOST_ROWS = 500;
    private static final int MOST_ERRORS = 100;
    private static final String IN_A_REQUEST = "outcome.";

    private final RequestRules rules;

    OutcomeFiles(Validator validator) {
        this.rules = new RequestRules(validator);
    }

    /**
     * @throws InvalidException naming for each row that is refused its number, the field, its value
     *     and what was expected
     */
    List<io.syncopate.assessment.program.Outcome> read(
            HttpBody content, String program, String assessment) {
        if (TextFile.type(content.getContentType()).filter("text/csv"::equals).isEmpty()) {
            throw new InvalidException(
                    "content.content_type", content.getContentType(), "text/csv, in UTF-8");
        }
        var outcomes = new ArrayList<io.syncopate.assessment.program.Outcome>();
        var wrong = new ArrayList<Violation>();
        CsvFile file = file(content);
        while (file.advance() && wrong.size() < MOST_ERRORS) {
            if (file.number() > MOST_ROWS) {
                throw new InvalidException(
                        "content", "%d rows and more".formatted(MOST_ROWS + 1), rows());
            }
            List<Violation> errors = new ArrayList<>();
            Outcome.Builder message = Outcome.newBuilder();
            file.read(message, errors);
            if (errors.isEmpty()) {
                try {
                    rules.check(message.build());
                    outcomes.add(OutcomeMapper.read(program, assessment, message.build()));
                } catch (RefusedException e) {
                    errors.addAll(e.violations());
                }
            }
            String row = "rows[%d].".formatted(file.number());
            errors.stream()
                    .map(OutcomeFiles::withinARow)
                    .map(each -> each.at(row))
                    .forEach(wrong::add);
        }
        if (!wrong.isEmpty()) {
            throw new InvalidException(wrong.subList(0, Math.min(wrong.size(), MOST_ERRORS)));
        }
        if (outcomes.isEmpty()) {
            throw new InvalidException("content", "no row", rows());
        }
        return outcomes;
    }

    private static CsvFile file(HttpBody content) {
        return CsvFile.of(
                TextFile.open(content.getData().newInput()),
                header -> CsvColumns.of(header, Outcome.getDescriptor()),
                "an outcome");
    }

    private static String rows() {
        return "1 to %d outcomes".formatted(MOST_ROWS);
    }

    private static Violation withinARow(Violation error) {
        return error.field().startsWith(IN_A_REQUEST)
                ? new Violation(
                        error.field().substring(IN_A_REQUEST.length()),
                        error.value(),
                        error.expected(),
                        error.description())
                : error;
    }
}
