package io.syncopate.assessment.program;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Compares what a programme's runs measured, and records that somebody looked at it. */
public final class ReviewProgram {

    private static final int MOST_EARLIER = 20;
    private static final int PAGE = 200;

    private static final Comparator<Versioned<Outcome>> LATEST_FIRST =
            Comparator.comparing((Versioned<Outcome> each) -> each.value().run().end())
                    .thenComparing(Versioned::createTime)
                    .thenComparing(Versioned::id)
                    .reversed();

    private final Programs programs;
    private final Outcomes outcomes;

    public ReviewProgram(Programs programs, Outcomes outcomes) {
        this.programs = programs;
        this.outcomes = outcomes;
    }

    /**
     * What came of it.
     *
     * @param outcome id of the run's; empty for the latest
     * @param next empty for the usual time
     */
    public record Held(Optional<String> outcome, String conclusion, Optional<LocalDate> next) {}

    /**
     * @param outcome id of the run's; empty for the latest
     */
    public Review review(Reach reach, String id, Optional<String> outcome) {
        Versioned<Program> program = programs.get(reach, id);
        List<Versioned<Outcome>> all = latestFirst(reach.tenant(), id);
        int at = place(all, id, outcome);
        List<Versioned<Outcome>> earlier =
                all.subList(at + 1, Math.min(all.size(), at + 1 + MOST_EARLIER));
        var compare =
                new CompareRuns(
                        program.value().metrics(),
                        all.get(at).value(),
                        earlier.stream().map(Versioned::value).toList());
        List<Compared> comparisons = compare.comparisons();
        return new Review(
                lastIn(all.get(at).id()),
                earlier.stream().map(each -> lastIn(each.id())).toList(),
                comparisons,
                compare.diagnosis(comparisons));
    }

    /**
     * @param etag of the version that the caller saw, or empty
     */
    public Versioned<Program> hold(Command by, String id, Held held, String etag) {
        Optional<Versioned<Program>> answered = programs.answered(by, id);
        if (answered.isPresent()) {
            return answered.get();
        }
        Versioned<Program> before = programs.get(by.reach(), id);
        Etags.check(etag, before);
        LocalDate today = LocalDate.ofInstant(by.at(), ZoneOffset.UTC);
        LocalDate next = held.next().orElse(today.plusWeeks(ReviewPlan.WEEKS_BETWEEN));
        if (!next.isAfter(today)) {
            throw new InvalidException("next_date", next, "a day after %s".formatted(today));
        }
        // Refused before the outcomes are read.
        var ignored = before.value().runningUnder();
        List<Versioned<Outcome>> all = latestFirst(by.tenant(), id);
        String outcome = lastIn(all.get(place(all, id, held.outcome())).id());
        return programs.change(
                by,
                before,
                before.value()
                        .reviewed(new ReviewPlan.Held(outcome, held.conclusion(), by.at()), next),
                new ProgramEvent.ProgramReviewed(outcome, next));
    }

    private List<Versioned<Outcome>> latestFirst(TenantId tenant, String program) {
        var all = new ArrayList<Versioned<Outcome>>();
        String token = "";
        do {
            var page = outcomes.ofProgram(tenant, program, new PageRequest(PAGE, token));
            all.addAll(page.items());
            token = page.nextToken();
        } while (!token.isEmpty());
        if (all.isEmpty()) {
            throw new ProgramException.NothingToReview();
        }
        all.sort(LATEST_FIRST);
        return all;
    }

    private int place(List<Versioned<Outcome>> all, String program, Optional<String> outcome) {
        if (outcome.isEmpty()) {
            return 0;
        }
        String key = Outcome.key(program, outcome.get());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(key)) {
                return i;
            }
        }
        throw Outcomes.none(program, outcome.get());
    }

    private static String lastIn(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
