package io.syncopate.assessment.program;

import io.syncopate.assessment.learner.Calendar;
import io.syncopate.assessment.learner.Reminder;
import io.syncopate.assessment.learner.SupportPlan;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a reminder that is due an event of its programme, once: the event and what comes next are one
 * change of one version, so whoever is slower finds nothing due. Of several that became due at once,
 * as after a time without the service, the latest is told alone: the others' weeks are over.
 */
public final class RemindLearners {

    private static final String METHOD = "syncopate.assessment.RemindLearners";
    private static final String SERVICE = "assessment";

    private final Programs programs;
    private final Assessments assessments;
    private final Clock clock;

    public RemindLearners(Programs programs, Assessments assessments, Clock clock) {
        this.programs = programs;
        this.assessments = assessments;
        this.clock = clock;
    }

    /** Does nothing when nothing is due any more. */
    public void remind(TenantId tenant, String id) {
        Instant now = clock.instant();
        programs.find(tenant, id)
                .filter(found -> isDue(found.value(), now))
                .ifPresent(due -> remind(tenant, due, now));
    }

    private static boolean isDue(Program program, Instant now) {
        return program.reminderDue().filter(due -> !due.isAfter(now)).isPresent();
    }

    private void remind(TenantId tenant, Versioned<Program> before, Instant now) {
        Program program = before.value();
        int week = program.progress().reminder().orElseThrow().week();
        Calendar calendar = calendar(tenant, before);
        List<Reminder> left =
                SupportPlan.of(program.brief(), Optional.of(calendar)).reminders().stream()
                        .filter(each -> each.week() >= week)
                        .toList();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Reminder> due = left.stream().filter(each -> !each.date().isAfter(today)).toList();
        Optional<NextReminder> next =
                left.stream()
                        .filter(each -> each.date().isAfter(today))
                        .findFirst()
                        .map(each -> new NextReminder(each.week(), each.date()));
        ProgramEvent event =
                due.isEmpty()
                        ? new ProgramEvent.RemindersEnded()
                        : new ProgramEvent.ReminderDue(
                                due.getLast(), due.size() - 1, calendar.journey().size());
        try {
            var ignored =
                    programs.change(command(tenant, now), before, program.reminded(next), event);
        } catch (StaleEtagException e) {
            // Somebody was faster: with this, or with something after which it is looked at again.
        }
    }

    /** That of the decision: a description may change while the programme runs. */
    private Calendar calendar(TenantId tenant, Versioned<Program> program) {
        String decided = program.value().runningUnder().assessment();
        LocalDate start = program.value().stage().launch().orElseThrow().startDate();
        return assessments.get(tenant, program.id(), decided).value().calendar(start);
    }

    private static Command command(TenantId tenant, Instant now) {
        Caller by =
                new Caller(tenant, Uid.ofService(SERVICE), Set.of(), Set.of(), Optional.empty());
        return new Command(by, METHOD, Optional.empty(), METHOD, now);
    }
}
