package io.syncopate.assessment.cost.grpc;

import io.syncopate.assessment.cost.Amount;
import io.syncopate.assessment.cost.Assumption;
import io.syncopate.assessment.cost.BreakEven;
import io.syncopate.assessment.cost.CostComparison;
import io.syncopate.assessment.cost.CostPoint;
import io.syncopate.assessment.cost.Driver;
import io.syncopate.assessment.cost.Input;
import io.syncopate.assessment.cost.ProductionEstimate;
import io.syncopate.assessment.cost.WorkflowCost;
import io.syncopate.assessment.model.Workflow;
import io.syncopate.assessment.scoring.Point;
import io.syncopate.assessment.shared.grpc.Protos;
import io.syncopate.kernel.InvalidException;
import io.syncopate.proto.assessment.v1.CostAssumption;
import io.syncopate.proto.assessment.v1.CostComparison.Line;
import io.syncopate.proto.assessment.v1.CostComparison.MissingInput;

import java.util.Currency;
import java.util.OptionalLong;
import java.util.function.IntConsumer;

/** Costs as the contract shows them. */
final class CostMapper {

    private CostMapper() {}

    /**
     * @param code empty for the currency of the published rates
     */
    static Currency currency(String code) {
        try {
            return Currency.getInstance(code.isEmpty() ? "USD" : code);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidException("currency_code", code, "an ISO 4217 code like EUR");
        }
    }

    static Assumption read(CostAssumption message) {
        int likely = message.getLikely();
        return Assumption.stated(
                Input.valueOf(message.getInput().name()),
                message.hasLow() ? message.getLow() : likely,
                likely,
                message.hasHigh() ? message.getHigh() : likely);
    }

    static io.syncopate.proto.assessment.v1.CostComparison.Builder write(CostComparison compared) {
        var message =
                io.syncopate.proto.assessment.v1.CostComparison.newBuilder()
                        .setCurrencyCode(compared.assumptions().currency().getCurrencyCode());
        compared.assumptions()
                .known()
                .values()
                .forEach(each -> message.addAssumptions(assumption(each)));
        compared.assumptions().missing().forEach(each -> message.addMissing(missing(each)));
        compared.workflows().forEach(each -> message.addWorkflows(workflow(each)));
        compared.breakEvens().forEach(each -> message.addBreakEvens(breakEven(each)));
        compared.warnings().forEach(each -> message.addWarnings(point(each)));
        compared.curve().forEach(each -> message.addCurve(point(each)));
        compared.production().map(CostMapper::production).ifPresent(message::setProduction);
        return message;
    }

    private static CostAssumption assumption(Assumption assumption) {
        return CostAssumption.newBuilder()
                .setInput(input(assumption.input()))
                .setLow(assumption.range().low())
                .setLikely(assumption.range().likely())
                .setHigh(assumption.range().high())
                .setOrigin(CostAssumption.Origin.valueOf(assumption.origin().name()))
                .setSource(assumption.source())
                .build();
    }

    private static MissingInput missing(Input input) {
        return MissingInput.newBuilder()
                .setInput(input(input))
                .setExpected(
                        switch (input) {
                            case LEARNERS ->
                                    "brief.audience.size, or an assumption from 1 to 10000000";
                            case CONTENT_MINUTES ->
                                    "brief.activities or brief.plan, or an assumption from 1 to"
                                            + " 60000";
                            case PRODUCER_HOUR, FACILITATOR_HOUR, LEARNER_HOUR ->
                                    "an assumption in minor units of the currency: published rates"
                                            + " are in USD";
                            case COHORTS,
                                    LIVE_PERMILLE,
                                    SESSION_MINUTES,
                                    GROUP_SIZE,
                                    LIVE_DEVELOPMENT_HOURS,
                                    SELF_PACED_DEVELOPMENT_HOURS,
                                    PREPARATION_MINUTES,
                                    FEEDBACK_MINUTES,
                                    REFRESH_PERMILLE,
                                    LIVE_LICENCE,
                                    PLATFORM_LICENCE,
                                    SESSION_SUPPORT,
                                    LEARNER_SUPPORT ->
                                    "an assumption from %d to %d"
                                            .formatted(input.least(), input.most());
                        })
                .build();
    }

    private static io.syncopate.proto.assessment.v1.CostComparison.WorkflowCost workflow(
            WorkflowCost cost) {
        var message =
                io.syncopate.proto.assessment.v1.CostComparison.WorkflowCost.newBuilder()
                        .setWorkflow(Protos.workflow(cost.workflow()))
                        .setTotal(amount(cost.total()))
                        .setLikelyMinorPerLearner(cost.perLearner())
                        .setLiveMinutes((int) cost.time().live())
                        .setSelfPacedMinutes((int) cost.time().selfPaced())
                        .setSessions(cost.time().sessions());
        cost.lines()
                .forEach(
                        (kind, line) ->
                                message.addLines(
                                        Line.newBuilder()
                                                .setKind(Line.Kind.valueOf(kind.name()))
                                                .setAmount(amount(line.amount()))
                                                .setFixedMinor(line.curve().fixed())
                                                .setPerLearnerMinor(line.curve().perLearner())
                                                .setPerGroupMinor(line.curve().perGroup())));
        cost.drivers().forEach(driver -> message.addDrivers(driver(driver)));
        return message.build();
    }

    private static io.syncopate.proto.assessment.v1.CostComparison.Amount amount(Amount amount) {
        return io.syncopate.proto.assessment.v1.CostComparison.Amount.newBuilder()
                .setLowMinor(amount.low())
                .setLikelyMinor(amount.likely())
                .setHighMinor(amount.high())
                .build();
    }

    private static io.syncopate.proto.assessment.v1.CostComparison.Driver driver(Driver driver) {
        return io.syncopate.proto.assessment.v1.CostComparison.Driver.newBuilder()
                .setInput(input(driver.input()))
                .setLow(driver.low())
                .setHigh(driver.high())
                .setTotalAtLowMinor(driver.totalAtLow())
                .setTotalAtHighMinor(driver.totalAtHigh())
                .setRange(driver.range())
                .build();
    }

    private static io.syncopate.proto.assessment.v1.CostComparison.BreakEven breakEven(
            BreakEven breakEven) {
        var message =
                io.syncopate.proto.assessment.v1.CostComparison.BreakEven.newBuilder()
                        .setFrom(Protos.workflow(breakEven.from()))
                        .setTo(Protos.workflow(breakEven.to()))
                        .setText(breakEven.text());
        set(breakEven.first(), message::setFirstLearners);
        set(breakEven.always(), message::setAlwaysFromLearners);
        set(breakEven.alwaysLow(), message::setAlwaysFromLearnersLow);
        set(breakEven.alwaysHigh(), message::setAlwaysFromLearnersHigh);
        return message.build();
    }

    private static void set(OptionalLong learners, IntConsumer field) {
        learners.ifPresent(value -> field.accept(Math.toIntExact(value)));
    }

    private static io.syncopate.proto.assessment.v1.Point point(Point point) {
        return io.syncopate.proto.assessment.v1.Point.newBuilder()
                .setId(point.id())
                .setText(point.text())
                .setSource(Protos.source(point.source()))
                .build();
    }

    private static io.syncopate.proto.assessment.v1.CostComparison.CostPoint point(
            CostPoint point) {
        return io.syncopate.proto.assessment.v1.CostComparison.CostPoint.newBuilder()
                .setLearners(Math.toIntExact(point.learners()))
                .setSynchronousMinor(point.totals().getOrDefault(Workflow.SYNCHRONOUS, 0L))
                .setAsynchronousMinor(point.totals().getOrDefault(Workflow.ASYNCHRONOUS, 0L))
                .setBlendedMinor(point.totals().getOrDefault(Workflow.BLENDED, 0L))
                .build();
    }

    private static io.syncopate.proto.assessment.v1.CostComparison.ProductionEstimate production(
            ProductionEstimate estimate) {
        var message =
                io.syncopate.proto.assessment.v1.CostComparison.ProductionEstimate.newBuilder()
                        .setFinishedMinutes(estimate.finishedMinutes())
                        .setLowHours(estimate.lowHours())
                        .setLikelyHours(estimate.likelyHours())
                        .setHighHours(estimate.highHours())
                        .setSource(estimate.source());
        estimate.capacity().ifPresent(message::setCapacityHours);
        estimate.fittingMinutes().ifPresent(message::setFittingMinutes);
        return message.build();
    }

    private static CostAssumption.Input input(Input input) {
        return CostAssumption.Input.valueOf(input.name());
    }
}
