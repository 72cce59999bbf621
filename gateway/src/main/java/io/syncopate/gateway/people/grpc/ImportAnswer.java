package io.syncopate.gateway.people.grpc;

import io.syncopate.gateway.people.ImportedRow;
import io.syncopate.gateway.people.ImportedRow.Deed;
import io.syncopate.gateway.people.ImportedRow.Done;
import io.syncopate.gateway.people.ImportedRow.Refused;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.RefusedException;
import io.syncopate.proto.gateway.v1.ImportPeopleResponse;
import io.syncopate.proto.gateway.v1.ImportPeopleResponse.Outcome;
import io.syncopate.starter.call.Replays;

import java.util.List;

/** What a caller is told of a file of people. */
final class ImportAnswer {

    /** The answer to a file of the largest size that is refused in every row stays below a message's limit. */
    private static final int MOST_ERRORS = 5;

    private ImportAnswer() {}

    static ImportPeopleResponse of(PeopleColumns columns, List<ImportedRow> imported) {
        var answer = ImportPeopleResponse.newBuilder();
        for (ImportedRow each : imported) {
            ImportPeopleResponse.Row row = row(columns, each);
            switch (row.getOutcome()) {
                case CREATED -> answer.setCreated(answer.getCreated() + 1);
                case UPDATED -> answer.setUpdated(answer.getUpdated() + 1);
                case UNCHANGED -> answer.setUnchanged(answer.getUnchanged() + 1);
                case REFUSED, OUTCOME_UNSPECIFIED, UNRECOGNIZED ->
                        answer.setRefused(answer.getRefused() + 1);
            }
            answer.addRows(row);
        }
        return answer.build();
    }

    /** As a change of one person is: its rows are changes of their own, which nothing else tells of. */
    static void noteReplay(Command by, List<ImportedRow> imported) {
        for (ImportedRow each : imported) {
            if (each instanceof Done done && done.deed() != Deed.UNCHANGED) {
                if (done.repeated()) {
                    Replays.repeated(by);
                } else {
                    Replays.done(by);
                }
            }
        }
    }

    private static ImportPeopleResponse.Row row(PeopleColumns columns, ImportedRow imported) {
        var row =
                ImportPeopleResponse.Row.newBuilder()
                        .setLine(imported.row().line())
                        .setName(
                                imported.row().uid().isEmpty()
                                        ? ""
                                        : PersonMapper.name(imported.row().uid()));
        return switch (imported) {
            case Done done -> row.setOutcome(outcome(done.deed())).build();
            case Refused refused -> {
                row.setOutcome(Outcome.REFUSED).setReason(refused.why().reason());
                errors(refused.why()).stream()
                        .limit(MOST_ERRORS)
                        .forEach(
                                error ->
                                        row.addErrorsBuilder()
                                                .setColumn(columns.nameOf(error.field()))
                                                .setValue(error.value().orElse(""))
                                                .setExpected(error.expected().orElse(""))
                                                .setDescription(error.description()));
                yield row.build();
            }
        };
    }

    /** Some refusals, such as that of a change meanwhile, are of the row as a whole. */
    private static List<RefusedException.Violation> errors(RefusedException why) {
        return why.violations().isEmpty()
                ? List.of(new RefusedException.Violation("", String.valueOf(why.getMessage())))
                : why.violations();
    }

    private static Outcome outcome(Deed deed) {
        return switch (deed) {
            case CREATED -> Outcome.CREATED;
            case UPDATED -> Outcome.UPDATED;
            case UNCHANGED -> Outcome.UNCHANGED;
        };
    }
}
