package io.syncopate.assessment.calibration;

import io.syncopate.assessment.calibration.Told.LeftOut;
import io.syncopate.assessment.calibration.Told.LeftOut.Reason;
import io.syncopate.assessment.calibration.Told.Reviewed;
import io.syncopate.assessment.program.Assessment;
import io.syncopate.assessment.program.Assessments;
import io.syncopate.assessment.program.Outcome;
import io.syncopate.assessment.program.Outcomes;
import io.syncopate.assessment.program.Program;
import io.syncopate.assessment.program.Programs;
import io.syncopate.assessment.program.Review;
import io.syncopate.assessment.program.ReviewPlan;
import io.syncopate.assessment.program.ReviewProgram;
import io.syncopate.assessment.program.Run;
import io.syncopate.assessment.program.Stage;
import io.syncopate.assessment.program.WorkflowSwitch;
import io.syncopate.assessment.review.Cause;
import io.syncopate.assessment.review.Diagnosis;
import io.syncopate.assessment.review.Diagnosis.Likelihood;
import io.syncopate.assessment.review.Goal.Verdict;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Versioned;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/** Finds launched programmes and what the last review that was held of each tells. */
public final class ReviewedPrograms {

    /** What is read at once, and scored as one task. */
    private static final int ON_A_PAGE = 50;

    private final Programs programs;
    private final Assessments assessments;
    private final Outcomes outcomes;
    private final ReviewProgram reviews;

    public ReviewedPrograms(
            Programs programs, Assessments assessments, Outcomes outcomes, ReviewProgram reviews) {
        this.programs = programs;
        this.assessments = assessments;
        this.outcomes = outcomes;
        this.reviews = reviews;
    }

    /**
     * Some programmes in reach.
     *
     * @param programs how many were looked at, launched or not
     * @param nextToken empty after the last ones
     */
    public record Some(List<Told> told, int programs, String nextToken) {
        public Some {
            told = List.copyOf(told);
        }
    }

    /**
     * Looks at one part after the other, oldest first, until a calibration has what it looks at.
     *
     * @param each of a part, and how many programmes were looked at with it
     * @return whether there are more
     */
    public boolean walk(Reach reach, ObjIntConsumer<Some> each) {
        int seen = 0;
        String token = "";
        do {
            Some some = from(reach, token);
            seen += some.programs();
            token = some.nextToken();
            each.accept(some, seen);
        } while (!token.isEmpty() && seen < Calibration.PROGRAMS);
        return !token.isEmpty();
    }

    private Some from(Reach reach, String token) {
        Page<Versioned<Program>> page = programs.list(reach, new PageRequest(ON_A_PAGE, token));
        var told = new ArrayList<Told>();
        for (Versioned<Program> program : page.items()) {
            if (program.value().stage() instanceof Stage.Running) {
                told.add(told(reach, program));
            }
        }
        return new Some(told, page.items().size(), page.nextToken());
    }

    private Told told(Reach reach, Versioned<Program> program) {
        Optional<String> reviewed =
                program.value()
                        .progress()
                        .review()
                        .flatMap(ReviewPlan::last)
                        .map(ReviewPlan.Held::outcome);
        if (reviewed.isEmpty()) {
            return leftOut(program, Reason.NOT_REVIEWED);
        }
        Outcome outcome = outcomes.get(reach.tenant(), program.id(), reviewed.get()).value();
        if (program.value().progress().switches().stream()
                .anyMatch(each -> during(each, outcome))) {
            return leftOut(program, Reason.SWITCHED);
        }
        Review review = reviews.review(reach, program.id(), reviewed);
        Optional<Reason> silent = silent(review);
        if (silent.isPresent()) {
            return leftOut(program, silent.get());
        }
        Assessment assessment =
                assessments.get(reach.tenant(), program.id(), outcome.assessment()).value();
        return new Reviewed(
                program.id(),
                program.value().displayName(),
                assessment.brief(),
                assessment.answer().recommended(),
                review.diagnosis().isEmpty());
    }

    /** Also of a run that was over before, and was written down under what came after it. */
    private static boolean during(WorkflowSwitch made, Outcome outcome) {
        LocalDate day = LocalDate.ofInstant(made.time(), ZoneOffset.UTC);
        Run run = outcome.run();
        boolean over = run.end().isBefore(day) && outcome.assessment().equals(made.from());
        return !run.start().isAfter(day) && !over;
    }

    /** Why a review says nothing about the workflow. */
    private static Optional<Reason> silent(Review review) {
        if (review.comparisons().stream()
                .allMatch(each -> each.verdict() == Verdict.NOT_MEASURED)) {
            return Optional.of(Reason.NOTHING_MEASURED);
        }
        return review.diagnosis().flatMap(ReviewedPrograms::silent);
    }

    private static Optional<Reason> silent(Diagnosis missed) {
        Set<Cause> likely = EnumSet.noneOf(Cause.class);
        missed.findings().stream()
                .filter(each -> each.likelihood() == Likelihood.LIKELY)
                .forEach(each -> likely.add(each.cause()));
        if (likely.isEmpty()) {
            return Optional.of(Reason.CAUSE_NOT_KNOWN);
        }
        return likely.equals(EnumSet.of(Cause.WORKFLOW))
                ? Optional.empty()
                : Optional.of(Reason.OTHER_CAUSE);
    }

    private static LeftOut leftOut(Versioned<Program> program, Reason reason) {
        return new LeftOut(program.id(), program.value().displayName(), reason);
    }
}
