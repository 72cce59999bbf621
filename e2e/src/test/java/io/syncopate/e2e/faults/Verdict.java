package io.syncopate.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** What came of a run: checked as a whole, told in a few lines. */
final class Verdict {

    /** The gateway has a database of its own. */
    static final List<String> OWNERS = List.of("gateway", "assessment", "scheduling", "asset");

    private Verdict() {}

    /** Every acknowledged write is there once, and every log keeps its promises. */
    static void check(
            Run run,
            Run.Outcome outcome,
            ReadBack readBack,
            Function<String, List<LoggedEvent>> logs)
            throws InterruptedException, ExecutionException {
        History history = outcome.history();
        assertThat(history.refused()).as("refused for good").isEmpty();
        assertThat(outcome.kills()).hasSizeGreaterThanOrEqualTo(run.kills());
        assertThat(history.byServices()).isGreaterThanOrEqualTo(run.writes());
        List<Observed> observed = readBack.of(history.acknowledged());
        List<String> violations = new ArrayList<>();
        List<Acknowledged> made = new ArrayList<>();
        for (String owner : OWNERS) {
            List<LoggedEvent> log = logs.apply(owner);
            List<Acknowledged> own =
                    history.acknowledged().stream()
                            .filter(each -> each.write().type().owner().equals(owner))
                            .toList();
            EventLogChecker.violations(log, own).stream()
                    .map(violation -> owner + ": " + violation)
                    .forEach(violations::add);
            var versions = new MadeVersions(log);
            versions.violations(own).stream()
                    .map(violation -> owner + ": " + violation)
                    .forEach(violations::add);
            own.forEach(each -> made.add(versions.placed(each)));
        }
        violations.addAll(HistoryChecker.violations(made, history.unanswered(), observed));
        assertThat(violations).isEmpty();
    }

    /** For whoever reads the build's log: what ran, how fast, and the seed to have it again. */
    static void print(String what, Run run, Run.Outcome outcome) {
        History history = outcome.history();
        double seconds = outcome.took().toMillis() / 1000.0;
        int writes = history.acknowledged().size();
        System.out.printf(
                Locale.ROOT,
                "%s: -Dsyncopate.faults.seed=%d, %d writes acknowledged, %d of them by the"
                    + " services, in %.0f s (%.0f/s), %d attempts, %d unanswered, slowest answer"
                    + " %.1f s; %d faults, over after: %s%n",
                what,
                run.seed(),
                writes,
                history.byServices(),
                seconds,
                writes / seconds,
                history.attempts(),
                history.unanswered().size(),
                history.slowest().toMillis() / 1000.0,
                outcome.kills().size(),
                outcome.kills().stream().map(Killer.Kill::toString).collect(joining(", ")));
    }
}
