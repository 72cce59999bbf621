package io.syncopate.assessment.lint;

import io.syncopate.assessment.cost.ProductionEstimate;

import java.util.Optional;
import java.util.stream.Stream;

/** Whether there is time to make the recordings. */
final class ProductionCheck implements Check {

    @Override
    public Stream<Finding> in(Plan plan) {
        Optional<ProductionEstimate> estimate = ProductionEstimate.of(plan.brief());
        if (estimate.isPresent()) {
            return ofPlanned(estimate.get()).stream();
        }
        return hasRecordings(plan)
                ? Stream.of(
                        finding(
                                "production-unplanned",
                                Severity.INFO,
                                "brief.plan.videos",
                                "The journey has recordings or modules, and no production is"
                                        + " planned. Ten polished minutes take several hours: 6.5"
                                        + " to 35.5.",
                                "State how many recordings of which length, who makes them, and by"
                                        + " when."))
                : Stream.empty();
    }

    private static Optional<Finding> ofPlanned(ProductionEstimate estimate) {
        if (estimate.isBeyondCapacity()) {
            return Optional.of(
                    finding(
                            "production-over-capacity",
                            Severity.ERROR,
                            "brief.plan",
                            hours(estimate) + " That is more than they have.",
                            "Record at most %d finished minutes, use readings and quizzes in place of the rest, find more editors or weeks, or teach more of it live."
                                    .formatted(estimate.fittingMinutes().orElseThrow())));
        }
        if (estimate.mayBeBeyondCapacity()) {
            return Optional.of(
                    finding(
                            "production-tight",
                            Severity.INFO,
                            "brief.plan",
                            hours(estimate) + " With moving pictures it may not be enough.",
                            "Keep to simple pictures, or plan fewer minutes."));
        }
        if (estimate.capacity().isEmpty()) {
            return Optional.of(
                    finding(
                            "production-capacity-unset",
                            Severity.INFO,
                            "brief.plan.editors",
                            work(estimate) + " Whether there is time for it is not stated.",
                            "State editors and weeks."));
        }
        return Optional.empty();
    }

    private static String hours(ProductionEstimate estimate) {
        return work(estimate)
                + " The editors have %,d hours, working on nothing else."
                        .formatted(estimate.capacity().orElseThrow());
    }

    private static String work(ProductionEstimate estimate) {
        return "%,d finished minutes usually take %,d hours of work, %,d to %,d."
                .formatted(
                        estimate.finishedMinutes(),
                        estimate.likelyHours(),
                        estimate.lowHours(),
                        estimate.highHours());
    }

    private static boolean hasRecordings(Plan plan) {
        return plan.hasSelfPaced()
                && plan.brief().activities().stream()
                        .anyMatch(each -> plan.model().kinds().portion(each).isPresent());
    }

    private static Finding finding(
            String id, Severity severity, String path, String text, String remedy) {
        return new Finding(
                id,
                severity,
                path,
                text,
                remedy,
                Finding.source(
                        "L-058",
                        "Common mistakes: a polished 10-minute video may take several hours to"
                                + " script, record, and edit"));
    }
}
