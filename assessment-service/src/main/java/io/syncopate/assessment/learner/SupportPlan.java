package io.syncopate.assessment.learner;

import io.syncopate.assessment.brief.Brief;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What keeps the learners of a programme going. */
public record SupportPlan(List<Support> supports, List<Reminder> reminders, List<Recall> recalls) {

    public SupportPlan {
        supports = List.copyOf(supports);
        reminders = List.copyOf(reminders);
        recalls = List.copyOf(recalls);
    }

    /**
     * @param calendar empty before the launch
     */
    public static SupportPlan of(Brief brief, Optional<Calendar> calendar) {
        return new SupportPlan(
                Support.of(brief),
                calendar.map(SupportPlan::reminders).orElse(List.of()),
                calendar.map(each -> recalls(brief, each)).orElse(List.of()));
    }

    private static List<Reminder> reminders(Calendar calendar) {
        return IntStream.rangeClosed(1, calendar.weeks() + 1)
                .mapToObj(week -> Reminder.of(calendar, week))
                .toList();
    }

    /** What is tested at the end need not be recalled afterwards. */
    private static List<Recall> recalls(Brief brief, Calendar calendar) {
        boolean tested =
                brief.choice("objective.final_assessment")
                        .filter(kind -> !kind.equals("NONE"))
                        .isPresent();
        LocalDate end = tested ? calendar.end() : LocalDate.MAX;
        return calendar.met().stream().map(met -> Recall.of(met, end)).toList();
    }
}
