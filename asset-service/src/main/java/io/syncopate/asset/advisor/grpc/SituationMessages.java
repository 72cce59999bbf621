package io.syncopate.asset.advisor.grpc;

import io.syncopate.asset.advisor.Level;
import io.syncopate.asset.advisor.Situation;
import io.syncopate.asset.advisor.ToolPart;
import io.syncopate.proto.asset.v1.Level.Value;
import io.syncopate.proto.asset.v1.ProductionSituation;
import io.syncopate.proto.asset.v1.ProductionSituation.Tooling.Part;

import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was stated of a situation; a field that was left out becomes empty. */
final class SituationMessages {

    private SituationMessages() {}

    static Situation read(ProductionSituation situation) {
        return new Situation(
                team(situation.getTeam()),
                work(situation.getWork()),
                deadlines(situation.getDeadlines()),
                tooling(situation.getTooling()),
                current(situation.getCurrent()),
                target(situation.getRequest()));
    }

    private static Situation.Team team(ProductionSituation.Team team) {
        return new Situation.Team(
                stated(team, team.hasSize(), ProductionSituation.Team::getSize),
                stated(team, team.hasPartTime(), ProductionSituation.Team::getPartTime),
                team.getRolesMap(),
                level(team.getDocumentationDiscipline()),
                stated(
                        team,
                        team.hasWorkflowChampion(),
                        ProductionSituation.Team::getWorkflowChampion),
                stated(
                        team,
                        team.hasConventionsInPlace(),
                        ProductionSituation.Team::getConventionsInPlace));
    }

    private static Situation.Work work(ProductionSituation.Work work) {
        return new Situation.Work(
                stated(work, work.hasChannels(), ProductionSituation.Work::getChannels),
                stated(work, work.hasClients(), ProductionSituation.Work::getClients),
                level(work.getVolume()),
                stated(
                        work,
                        work.hasSimultaneousLaunch(),
                        ProductionSituation.Work::getSimultaneousLaunch),
                Stated.of(
                        work.getCoupling(),
                        ProductionSituation.Work.Coupling.COUPLING_UNSPECIFIED,
                        Situation.Coupling.class),
                work.getCoupledPairsList().stream()
                        .map(pair -> new Situation.Pair(pair.getA(), pair.getB()))
                        .toList(),
                level(work.getBrandConsistency()),
                stated(
                        work,
                        work.hasStakeholdersPerHandoff(),
                        ProductionSituation.Work::getStakeholdersPerHandoff),
                stated(
                        work,
                        work.hasJointDecisionNeeded(),
                        ProductionSituation.Work::getJointDecisionNeeded));
    }

    private static Situation.Deadlines deadlines(ProductionSituation.Deadlines deadlines) {
        return new Situation.Deadlines(
                stated(
                        deadlines,
                        deadlines.hasTargetTurnaroundHours(),
                        ProductionSituation.Deadlines::getTargetTurnaroundHours),
                stated(
                        deadlines,
                        deadlines.hasUrgentRequests(),
                        ProductionSituation.Deadlines::getUrgentRequests),
                stated(
                        deadlines,
                        deadlines.hasUrgentWithinHours(),
                        ProductionSituation.Deadlines::getUrgentWithinHours),
                stated(
                        deadlines,
                        deadlines.hasUrgentPerMonth(),
                        ProductionSituation.Deadlines::getUrgentPerMonth),
                timeOfDay(deadlines.getUrgentBreaksAt()),
                timeOfDay(deadlines.getReviewerBackAt()));
    }

    private static Situation.Tooling tooling(ProductionSituation.Tooling tooling) {
        return new Situation.Tooling(
                tooling.getPartsList().stream()
                        .flatMap(
                                part ->
                                        Stated.of(part, Part.PART_UNSPECIFIED, ToolPart.class)
                                                .stream())
                        .collect(Collectors.toSet()),
                Stated.of(
                        tooling.getSetupBudget(),
                        ProductionSituation.Tooling.Budget.BUDGET_UNSPECIFIED,
                        Situation.Budget.class));
    }

    private static Situation.Current current(ProductionSituation.Current current) {
        return new Situation.Current(
                Models.read(current.getModel()),
                stated(current, current.hasCycleDays(), ProductionSituation.Current::getCycleDays),
                stated(
                        current,
                        current.hasCycleDaysBefore(),
                        ProductionSituation.Current::getCycleDaysBefore),
                stated(
                        current,
                        current.hasReviewWaitDays(),
                        ProductionSituation.Current::getReviewWaitDays),
                Optional.of(current.getBottleneck()).filter(text -> !text.isBlank()),
                stated(
                        current,
                        current.hasMonthsInModel(),
                        ProductionSituation.Current::getMonthsInModel),
                Stated.of(
                        current.getSatisfactionTrend(),
                        ProductionSituation.Current.SatisfactionTrend
                                .SATISFACTION_TREND_UNSPECIFIED,
                        Situation.Trend.class),
                stated(
                        current,
                        current.hasUnassignedItems(),
                        ProductionSituation.Current::getUnassignedItems),
                stated(
                        current,
                        current.hasAlertsPerComment(),
                        ProductionSituation.Current::getAlertsPerComment),
                stated(
                        current,
                        current.hasMeetingsPerWeek(),
                        ProductionSituation.Current::getMeetingsPerWeek),
                stated(
                        current,
                        current.hasMeetingMinutes(),
                        ProductionSituation.Current::getMeetingMinutes),
                Stated.of(
                        current.getAgenda(),
                        ProductionSituation.Current.Agenda.AGENDA_UNSPECIFIED,
                        Situation.Agenda.class),
                stated(
                        current,
                        current.hasContextLost(),
                        ProductionSituation.Current::getContextLost),
                stated(
                        current,
                        current.hasVersionConfusion(),
                        ProductionSituation.Current::getVersionConfusion));
    }

    private static Situation.Target target(ProductionSituation.Target target) {
        return new Situation.Target(
                Models.read(target.getTargetModel()),
                stated(
                        target,
                        target.hasWithinWeeks(),
                        ProductionSituation.Target::getWithinWeeks));
    }

    private static Optional<LocalTime> timeOfDay(String text) {
        return Optional.of(text).filter(stated -> !stated.isEmpty()).map(LocalTime::parse);
    }

    private static Optional<Level> level(Value value) {
        return Stated.of(value, Value.VALUE_UNSPECIFIED, Level.class);
    }

    private static <M, T> Optional<T> stated(M message, boolean present, Function<M, T> field) {
        return present ? Optional.of(field.apply(message)) : Optional.empty();
    }
}
