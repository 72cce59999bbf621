package io.syncopate.assessment.backtest;

import io.syncopate.assessment.program.Assessments;
import io.syncopate.assessment.program.Outcome;
import io.syncopate.assessment.program.Outcomes;
import io.syncopate.assessment.program.Program;
import io.syncopate.assessment.program.Programs;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

/** Finds the latest answers of programmes and what came of them. */
public final class PastAnswers {

    /** What is read at once, and scored as one task. */
    private static final int ON_A_PAGE = 50;

    /** Of one programme, read at once; the last of all counts. */
    private static final int OUTCOMES = 200;

    private final Programs programs;
    private final Assessments assessments;
    private final Outcomes outcomes;

    public PastAnswers(Programs programs, Assessments assessments, Outcomes outcomes) {
        this.programs = programs;
        this.assessments = assessments;
        this.outcomes = outcomes;
    }

    /**
     * Some programmes in reach.
     *
     * @param programs how many were looked at, with an answer or without
     * @param nextToken empty after the last ones
     */
    public record Some(List<PastAnswer> answers, int programs, String nextToken) {
        public Some {
            answers = List.copyOf(answers);
        }
    }

    /**
     * How far somebody came.
     *
     * @param programs how many were looked at, with an answer or without
     * @param more whether there are more
     */
    public record Walk(int programs, boolean more) {}

    /**
     * Looks at one part after the other, oldest first, until a back-test has what it looks at.
     *
     * @param each of a part, and how many programmes were looked at with it
     */
    public Walk walk(Reach reach, ObjIntConsumer<Some> each) {
        int seen = 0;
        String token = "";
        do {
            Some some = from(reach, token);
            seen += some.programs();
            token = some.nextToken();
            each.accept(some, seen);
        } while (!token.isEmpty() && seen < Backtest.PROGRAMS);
        return new Walk(seen, !token.isEmpty());
    }

    private Some from(Reach reach, String token) {
        Page<Versioned<Program>> page = programs.list(reach, new PageRequest(ON_A_PAGE, token));
        var answers = new ArrayList<PastAnswer>();
        for (Versioned<Program> program : page.items()) {
            program.value()
                    .stage()
                    .latest()
                    .ifPresent(id -> answers.add(answer(reach.tenant(), program, id)));
        }
        return new Some(answers, page.items().size(), page.nextToken());
    }

    private PastAnswer answer(TenantId tenant, Versioned<Program> program, String assessment) {
        return new PastAnswer(
                program.id(),
                program.value().displayName(),
                assessment,
                assessments.get(tenant, program.id(), assessment).value(),
                came(tenant, program));
    }

    /** Only what was decided can have been launched and have outcomes. */
    private Optional<PastAnswer.Came> came(TenantId tenant, Versioned<Program> program) {
        if (program.value().stage().decision().isEmpty()) {
            return Optional.empty();
        }
        Optional<Versioned<Outcome>> recorded = lastOutcome(tenant, program.id());
        if (recorded.isEmpty()) {
            return Optional.empty();
        }
        Outcome last = recorded.get().value();
        return Targets.reached(program.value().metrics(), last)
                .map(
                        reached ->
                                new PastAnswer.Came(
                                        assessments
                                                .get(tenant, program.id(), last.assessment())
                                                .value()
                                                .answer()
                                                .recommended(),
                                        reached));
    }

    private Optional<Versioned<Outcome>> lastOutcome(TenantId tenant, String program) {
        Optional<Versioned<Outcome>> last = Optional.empty();
        String token = "";
        do {
            var page = outcomes.ofProgram(tenant, program, new PageRequest(OUTCOMES, token));
            last = page.items().isEmpty() ? last : Optional.of(page.items().getLast());
            token = page.nextToken();
        } while (!token.isEmpty());
        return last;
    }
}
