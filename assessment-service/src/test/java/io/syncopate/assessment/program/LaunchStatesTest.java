package io.syncopate.assessment.program;

import static io.syncopate.assessment.program.LaunchFixture.through;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.assessment.program.LaunchStep.Kind;
import io.syncopate.assessment.program.StepRefusedException.Why;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Every state that a launch can get into, found by doing everything in every one of them. */
class LaunchStatesTest {

    private static final int PATIENCE = 8;
    private static final Map<String, List<Act>> REACHED = reached();

    /** What can happen to a launch, by the service, by those it asks and by people. */
    enum Act {
        SWEEP,
        SWEEP_WITH_OTHERS_AWAY,
        SWEEP_WITH_ANSWER_LOST,
        SWEEP_KILLED_BEFORE_THE_CALL,
        SWEEP_KILLED_AFTER_THE_CALL,
        SWEEP_WITH_REFUSAL,
        SWEEP_WITHOUT_RIGHT,
        LAUNCH,
        CANCEL,
        SOMEBODY_PUBLISHES_THE_SERIES,
        SOMEBODY_DELETES_THE_SERIES
    }

    @Test
    void findsTheStatesThatMatter() {
        assertThat(REACHED.keySet().stream().map(state -> state.split(" ", -1)[0]))
                .contains("Accepted", "Launching", "Cancelling", "Running");
        assertThat(REACHED.keySet())
                .as("refused on the way on, on the way back, and with a series that may be there")
                .anyMatch(state -> state.startsWith("Launching series REFUSED"))
                .anyMatch(state -> state.startsWith("Cancelling series REFUSED"))
                .anyMatch(state -> state.contains("campaign REFUSED"))
                .anyMatch(state -> state.startsWith("Cancelling series PENDING doubt"))
                .hasSizeGreaterThan(30);
    }

    @Test
    void everyStateLeadsToARunningProgram() {
        REACHED.forEach(
                (state, path) -> {
                    LaunchFixture launch = replay(path);
                    for (int i = 0; i < PATIENCE; i++) {
                        wayOn(launch);
                    }
                    assertThat(launch.stage())
                            .as("after %s, in %s", path, state)
                            .isInstanceOf(Stage.Running.class);
                    assertThat(launch.others.seriesNames()).as("after %s", path).hasSize(1);
                    assertThat(launch.others.published())
                            .as("after %s", path)
                            .isEqualTo(launch.others.seriesNames());
                    assertThat(launch.others.campaigns()).as("after %s", path).hasSize(1);
                });
    }

    @Test
    void everyStateLeadsBackToTheDecisionUnlessPeopleRelyOnWhatWasMade() {
        REACHED.forEach(
                (state, path) -> {
                    LaunchFixture launch = replay(path);
                    for (int i = 0; i < PATIENCE; i++) {
                        through(launch::cancel);
                        launch.sweepLater();
                    }
                    if (launch.stage() instanceof Stage.Accepted) {
                        assertThat(launch.others.seriesNames()).as("after %s", path).isEmpty();
                        assertThat(launch.others.campaigns()).as("after %s", path).isEmpty();
                    } else if (launch.stage() instanceof Stage.Launching launching) {
                        assertThat(
                                        launching.launch().orElseThrow().isBeyondRecall()
                                                || !launch.others.published().isEmpty())
                                .as("relied upon after %s, in %s", path, state)
                                .isTrue();
                    } else {
                        assertThat(launch.stage())
                                .as("after %s, in %s", path, state)
                                .isInstanceOf(Stage.Running.class);
                    }
                });
    }

    private static void wayOn(LaunchFixture launch) {
        switch (launch.stage()) {
            case Stage.Accepted accepted -> launch.launch();
            case Stage.Launching launching when launching.launch().orElseThrow().isRefused() ->
                    launch.launch();
            case Stage.Cancelling cancelling
                    when cancelling.launch().orElseThrow().wayBackIsRefused() ->
                    launch.cancel();
            case Stage.Launching launching -> {}
            case Stage.Cancelling cancelling -> {}
            case Stage.Running running -> {}
            case Stage.Draft draft -> throw new AssertionError(draft);
            case Stage.Assessed assessed -> throw new AssertionError(assessed);
        }
        launch.sweepLater();
    }

    private static Map<String, List<Act>> reached() {
        var reached = new LinkedHashMap<String, List<Act>>();
        Deque<List<Act>> open = new ArrayDeque<>(List.of(List.of()));
        while (!open.isEmpty()) {
            List<Act> path = open.pop();
            if (reached.putIfAbsent(state(replay(path)), path) == null) {
                for (Act act : Act.values()) {
                    var longer = new ArrayList<>(path);
                    longer.add(act);
                    open.add(longer);
                }
            }
        }
        return reached;
    }

    private static LaunchFixture replay(List<Act> path) {
        var launch = new LaunchFixture();
        path.forEach(act -> take(launch, act));
        return launch;
    }

    private static void take(LaunchFixture launch, Act act) {
        switch (act) {
            case SWEEP -> launch.sweepLater();
            case SWEEP_WITH_OTHERS_AWAY ->
                    sweepWith(
                            launch,
                            call -> {
                                throw OtherServices.away();
                            });
            case SWEEP_WITH_ANSWER_LOST ->
                    sweepWith(
                            launch,
                            call -> {
                                String lost = call.get();
                                throw new StepFailedException(
                                        lost, new IllegalStateException("lost"));
                            });
            case SWEEP_KILLED_BEFORE_THE_CALL ->
                    sweepWith(
                            launch,
                            call -> {
                                throw new Killed();
                            });
            case SWEEP_KILLED_AFTER_THE_CALL ->
                    sweepWith(
                            launch,
                            call -> {
                                var _ = call.get();
                                throw new Killed();
                            });
            case SWEEP_WITH_REFUSAL -> {
                launch.others.refuseWhatIsNew(true);
                launch.sweepLater();
                launch.others.refuseWhatIsNew(false);
            }
            case SWEEP_WITHOUT_RIGHT ->
                    sweepWith(
                            launch,
                            call -> {
                                throw OtherServices.refused(Why.INCONCLUSIVE, "no right");
                            });
            case LAUNCH -> through(launch::launch);
            case CANCEL -> through(launch::cancel);
            case SOMEBODY_PUBLISHES_THE_SERIES ->
                    launch.others.seriesNames().forEach(launch.others::publish);
            case SOMEBODY_DELETES_THE_SERIES ->
                    launch.others.seriesNames().stream()
                            .filter(name -> !launch.others.published().contains(name))
                            .forEach(launch.others::delete);
        }
    }

    /** One call goes wrong, the rest is left for later. */
    private static void sweepWith(LaunchFixture launch, OtherServices.Around around) {
        launch.others.around(around);
        try {
            launch.sweepLater();
        } catch (Killed e) {
            assertThat(e).hasNoCause();
        }
        launch.others.around(Supplier::get);
    }

    private static String state(LaunchFixture launch) {
        String steps =
                launch.stage().launch().stream()
                        .flatMap(each -> each.steps().stream())
                        .map(LaunchStatesTest::step)
                        .collect(Collectors.joining(" "));
        return "%s %s; %d series, %d published, %d campaigns"
                .formatted(
                        launch.stage().getClass().getSimpleName(),
                        steps,
                        launch.others.seriesNames().size(),
                        launch.others.published().size(),
                        launch.others.campaigns().size());
    }

    private static String step(LaunchStep step) {
        return "%s %s%s%s"
                .formatted(
                        step.kind() == Kind.SERIES ? "series" : "campaign",
                        step.state(),
                        step.doubt() ? " doubt" : "",
                        step.resource().isEmpty() ? "" : " made");
    }
}
