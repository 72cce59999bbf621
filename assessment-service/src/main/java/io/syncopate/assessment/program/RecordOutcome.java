package io.syncopate.assessment.program;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.Ids;
import io.syncopate.kernel.Versioned;

import java.util.function.Function;

/** Keeps what a cohort's run of a launched programme measured. */
public final class RecordOutcome {

    private final Programs programs;
    private final Outcomes outcomes;

    public RecordOutcome(Programs programs, Outcomes outcomes) {
        this.programs = programs;
        this.outcomes = outcomes;
    }

    /**
     * @param measured the outcome, given the id of the assessment under which the cohort ran
     */
    public Versioned<Outcome> record(
            Command by, String program, Function<String, Outcome> measured) {
        String assessment = programs.get(by.reach(), program).value().runningUnder().assessment();
        Outcome outcome = measured.apply(assessment);
        return outcomes.add(
                by,
                Outcome.key(program, Ids.forCommand(by)),
                outcome,
                new Outcome.OutcomeRecorded(program, outcome.run().cohort()));
    }
}
