package io.syncopate.scheduling.series.grpc;

import io.syncopate.kernel.Versioned;
import io.syncopate.proto.scheduling.v1.BurdenProfile;
import io.syncopate.proto.scheduling.v1.Fairness;
import io.syncopate.proto.scheduling.v1.Series;
import io.syncopate.scheduling.rotation.BurdenCurve;
import io.syncopate.scheduling.rotation.Fairness.Load;
import io.syncopate.scheduling.rotation.Group;
import io.syncopate.scheduling.rotation.Window;
import io.syncopate.scheduling.series.Audience;
import io.syncopate.scheduling.series.Notice;
import io.syncopate.scheduling.series.Outline;
import io.syncopate.scheduling.series.Plan;
import io.syncopate.scheduling.series.Stage;
import io.syncopate.scheduling.shared.grpc.Timestamps;
import io.syncopate.scheduling.shared.grpc.WorkingHoursMessages;
import io.syncopate.starter.call.Owners;

import java.util.Comparator;
import java.util.List;

/** A series as the contract shows it. */
final class SeriesMessages {

    private static final int MINUTES_OF_DAY = 24 * 60;

    private SeriesMessages() {}

    static Series stored(Versioned<io.syncopate.scheduling.series.Series> series) {
        return message(series.value())
                .setName("series/" + series.id())
                .setOwner(Owners.name(series.ownership()))
                .addAllTeams(Owners.teams(series.ownership()))
                .setEtag(series.etag())
                .setCreateTime(Timestamps.of(series.createTime()))
                .setUpdateTime(Timestamps.of(series.updateTime()))
                .build();
    }

    static Series preview(io.syncopate.scheduling.series.Series series) {
        return message(series).build();
    }

    private static Series.Builder message(io.syncopate.scheduling.series.Series series) {
        Outline outline = series.outline();
        Plan plan = series.plan();
        Series.Builder message =
                Series.newBuilder()
                        .setDisplayName(outline.displayName())
                        .setFirstDate(outline.firstDate().toString())
                        .setEveryWeeks(outline.everyWeeks())
                        .setBufferWeeks(outline.bufferWeeks())
                        .setEndDate(outline.endDate().toString())
                        .setAnchorZone(outline.anchor().getId())
                        .setSlotMinutes(outline.slotMinutes())
                        .addAllPlannedGroups(groups(plan.groups()))
                        .setFairness(fairness(plan.fairness()))
                        .addAllNotices(plan.notices().stream().map(SeriesMessages::notice).toList())
                        .setTzDatabaseVersion(plan.tzDatabase());
        switch (outline.audience()) {
            case Audience.OfCohort of -> message.setCohort("cohorts/" + of.cohort());
            case Audience.OfGroups of -> message.addAllGroups(groups(of.groups()));
        }
        outline.items()
                .forEach(
                        item ->
                                message.addItemsBuilder()
                                        .setKey(item.key())
                                        .setTitle(item.title())
                                        .setMinutes(item.minutes())
                                        .setAttendance(
                                                SessionMessages.attendance(item.attendance()))
                                        .addAllAgenda(item.content().agenda())
                                        .addAllBreaks(SessionMessages.breaks(item.content()))
                                        .addAllBuildsOn(item.content().buildsOn()));
        outline.profile().ifPresent(profile -> message.setBurdenProfile(profile(profile)));
        outline.sourceProgram()
                .ifPresent(program -> message.setSourceProgram("programs/" + program));
        switch (series.stage()) {
            case Stage.Published published ->
                    message.setState(Series.State.PUBLISHED)
                            .setPublishTime(Timestamps.of(published.at()));
            case Stage.Draft _, Stage.Planned _, Stage.Discarded _ ->
                    message.setState(Series.State.PLANNED);
        }
        return message;
    }

    private static List<Series.Group> groups(List<Group> groups) {
        return groups.stream()
                .map(
                        group ->
                                Series.Group.newBuilder()
                                        .setKey(group.key())
                                        .setZone(group.zone().getId())
                                        .setWorkingHours(WorkingHoursMessages.write(group.hours()))
                                        .setHeadCount(group.headCount())
                                        .build())
                .toList();
    }

    private static BurdenProfile profile(io.syncopate.scheduling.rotation.BurdenProfile profile) {
        BurdenProfile.Builder message =
                BurdenProfile.newBuilder()
                        .addAllBefore(knots(profile.before()))
                        .addAllAfter(knots(profile.after()))
                        .setAggregation(
                                switch (profile.perSession()) {
                                    case SUM -> BurdenProfile.Aggregation.SUM;
                                    case PEAK -> BurdenProfile.Aggregation.PEAK;
                                });
        profile.offLimits().ifPresent(span -> message.setOffLimits(offLimits(span)));
        return message.build();
    }

    private static List<BurdenProfile.Knot> knots(BurdenCurve curve) {
        return curve.knots().stream()
                .map(
                        knot ->
                                BurdenProfile.Knot.newBuilder()
                                        .setMinutesOutside(knot.minutes())
                                        .setMillipoints((int) knot.points().thousandths())
                                        .build())
                .toList();
    }

    private static BurdenProfile.OffLimits offLimits(Window span) {
        return BurdenProfile.OffLimits.newBuilder()
                .setStartMinute(span.start())
                .setEndMinute(
                        span.end() > MINUTES_OF_DAY ? span.end() - MINUTES_OF_DAY : span.end())
                .build();
    }

    private static Fairness fairness(io.syncopate.scheduling.rotation.Fairness fairness) {
        var message =
                Fairness.newBuilder()
                        .setWorstMillipoints(fairness.worst().thousandths())
                        .setBoundMillipoints(fairness.bound().thousandths())
                        .setWorstProven(fairness.worstProven())
                        .setTotalMillipoints(fairness.total().thousandths())
                        .setBestFixedTimeWorstMillipoints(
                                fairness.bestFixed().worst().thousandths());
        fairness.loads().stream()
                .sorted(Comparator.comparing(Load::burden).reversed())
                .forEach(
                        load ->
                                message.addGroupsBuilder()
                                        .setGroup(load.group())
                                        .setHeadCount(load.headCount())
                                        .setMillipoints(load.burden().thousandths())
                                        .setOffLimitSessions(load.offLimitSessions()));
        fairness.levels()
                .forEach(
                        level ->
                                message.addLevelsBuilder()
                                        .setMillipoints(level.burden().thousandths())
                                        .setProven(level.proven()));
        return message.build();
    }

    private static Series.Notice notice(Notice notice) {
        return Series.Notice.newBuilder()
                .setKind(
                        switch (notice.kind()) {
                            case NO_FAIR_SLOT -> Series.Notice.Kind.NO_FAIR_SLOT;
                            case LOCAL_TIME_MOVES -> Series.Notice.Kind.LOCAL_TIME_MOVES;
                        })
                .setText(notice.text())
                .setItem(notice.item().orElse(""))
                .setGroup(notice.group().orElse(""))
                .build();
    }
}
