package io.syncopate.assessment.program;

import io.syncopate.kernel.AlreadyExistsException;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Ids;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;
import io.syncopate.kernel.RequestReusedException;
import io.syncopate.kernel.Versioned;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps what many cohorts measured. An outcome is known by programme, cohort and start: an import
 * that was interrupted, or is sent again, passes over what is there.
 */
public final class ImportOutcomes {

    private static final String IDS = "outcomes:import";

    private final Programs programs;
    private final Outcomes outcomes;

    public ImportOutcomes(Programs programs, Outcomes outcomes) {
        this.programs = programs;
        this.outcomes = outcomes;
    }

    /**
     * @param ids of the outcomes, in the order of the rows
     * @param known how many of them were there before
     */
    public record Result(List<String> ids, int known) {
        public Result {
            ids = List.copyOf(ids);
        }
    }

    private record Row(String id, Outcome outcome) {

        /** Under which decision it ran is as it was when it was recorded. */
        String said() {
            return said(outcome);
        }

        boolean says(Outcome there) {
            return said(there).equals(said());
        }

        private static String said(Outcome outcome) {
            return "%s %s %s %s"
                    .formatted(
                            outcome.run(), outcome.measures(), outcome.signals(), outcome.notes());
        }
    }

    /**
     * Nothing is kept unless every row can be.
     *
     * @param measured the outcomes, given the id of the assessment under which they ran
     */
    public Result keep(Command by, String program, Function<String, List<Outcome>> measured) {
        String assessment = programs.get(by.reach(), program).value().runningUnder().assessment();
        List<Row> rows = rows(by, program, measured.apply(assessment));
        List<Row> missing = new ArrayList<>();
        for (Row row : rows) {
            Optional<Versioned<Outcome>> there = outcomes.find(by.tenant(), row.id());
            if (there.isEmpty()) {
                missing.add(row);
            } else if (!row.says(there.get().value())) {
                throw new ProgramException.OutcomeDiffers(row.outcome().run());
            }
        }
        missing.forEach(row -> add(by, row));
        return new Result(
                rows.stream().map(row -> row.id().substring(program.length() + 1)).toList(),
                rows.size() - missing.size());
    }

    private static List<Row> rows(Command by, String program, List<Outcome> measured) {
        var rows = new ArrayList<Row>();
        var wrong = new ArrayList<Violation>();
        var ids = new HashSet<String>();
        for (Outcome outcome : measured) {
            Run run = outcome.run();
            String id =
                    Outcome.key(
                            program,
                            Ids.derived(
                                    by.tenant(),
                                    IDS,
                                    "%s %s %s".formatted(program, run.start(), run.cohort())));
            if (!ids.add(id)) {
                wrong.add(
                        Violation.of(
                                "rows[%d].cohort".formatted(rows.size() + 1),
                                run.cohort(),
                                "each cohort once for each start date"));
            }
            rows.add(new Row(id, outcome));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidException(wrong);
        }
        return rows;
    }

    /** Each under a request of its own, so that a repeat of this import is one of it. */
    private void add(Command by, Row row) {
        Command own =
                new Command(
                        by.by(),
                        by.reach(),
                        by.method(),
                        Optional.of(row.id()),
                        Ids.derived(by.tenant(), row.id(), row.said()),
                        by.at());
        try {
            var ignored =
                    outcomes.add(
                            own,
                            row.id(),
                            row.outcome(),
                            new Outcome.OutcomeRecorded(
                                    row.outcome().program(), row.outcome().run().cohort()));
        } catch (RequestReusedException | AlreadyExistsException e) {
            // Somebody else imported the same cohort at this very moment, and otherwise.
            throw new ProgramException.OutcomeDiffers(row.outcome().run());
        }
    }
}
