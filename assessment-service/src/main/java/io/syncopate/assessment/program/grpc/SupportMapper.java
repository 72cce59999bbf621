package io.syncopate.assessment.program.grpc;

import io.syncopate.assessment.learner.Recall;
import io.syncopate.assessment.learner.Reminder;
import io.syncopate.assessment.program.SupportLearners;
import io.syncopate.proto.assessment.v1.SupportPlan;

import java.time.LocalDate;

/** Support of learners as the contract shows it. */
final class SupportMapper {

    private SupportMapper() {}

    static SupportPlan write(SupportLearners.Today today) {
        var message = SupportPlan.newBuilder().setRecallSource(Recall.SOURCE);
        today.plan()
                .supports()
                .forEach(
                        each -> message.addSupportsBuilder().setId(each.id()).setText(each.text()));
        today.plan()
                .reminders()
                .forEach(each -> message.addReminders(reminder(each, today.today())));
        today.plan()
                .recalls()
                .forEach(
                        each ->
                                message.addRecallsBuilder()
                                        .setActivity(each.activity())
                                        .setFirstDate(each.first().toString())
                                        .addAllDates(
                                                each.dates().stream()
                                                        .map(LocalDate::toString)
                                                        .toList()));
        return message.build();
    }

    private static SupportPlan.Reminder reminder(Reminder reminder, LocalDate today) {
        return SupportPlan.Reminder.newBuilder()
                .setDate(reminder.date().toString())
                .setState(
                        reminder.date().isAfter(today)
                                ? SupportPlan.State.UPCOMING
                                : SupportPlan.State.DUE)
                .setWeek(reminder.week())
                .setWeeks(reminder.weeks())
                .addAllDoneByNow(reminder.doneByNow())
                .addAllNow(reminder.now())
                .setText(reminder.text())
                .build();
    }
}
