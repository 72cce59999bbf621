package io.syncopate.assessment.program;

import static io.syncopate.assessment.program.LaunchFixture.through;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.assessment.program.StepRefusedException.Why;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A launch that is stopped at every point in turn, and at every two points. A point is a call to
 * another service or a write to the store; each can go wrong before or after it took effect.
 */
class LaunchFaultsTest {

    private static final int PATIENCE = 12;

    /** What can go wrong at a point. */
    enum Fault {
        /** The process dies before anything happened. */
        KILLED_BEFORE,
        /** The process dies after it took effect, with nobody told. */
        KILLED_AFTER,
        /** The other service is away, or the store. */
        AWAY,
        /** It took effect and the answer is lost, as when a call times out. */
        ANSWER_LOST,
        /** Another replica does everything there is to do just before. */
        OVERTAKEN,
        /** The other service refuses it as it is. */
        REFUSED,
        /** The other service refuses the one who asks. */
        NOT_ALLOWED
    }

    @Test
    void endsCompleteWhereverItIsStoppedOnce() {
        int points = points(Map.of());
        assertThat(points).as("calls and writes of a launch").isEqualTo(9);
        for (int point = 1; point <= points; point++) {
            for (Fault fault : Fault.values()) {
                launchesOnce(Map.of(point, fault));
            }
        }
    }

    @Test
    void endsCompleteWhereverItIsStoppedTwice() {
        int runs = 0;
        for (int first = 1; first <= points(Map.of()); first++) {
            for (Fault fault : Fault.values()) {
                int points = points(Map.of(first, fault));
                for (int second = first + 1; second <= points; second++) {
                    for (Fault other : Fault.values()) {
                        launchesOnce(Map.of(first, fault, second, other));
                        runs++;
                    }
                }
            }
        }
        assertThat(runs).as("pairs tried").isGreaterThan(1000);
    }

    @Test
    void cancelledAtAnyPointItIsTakenBackOrGoesOn() {
        Set<String> ends = new java.util.TreeSet<>();
        for (int first = 1; first <= points(Map.of()); first++) {
            for (Fault fault : Fault.values()) {
                int points = points(Map.of(first, fault));
                for (int cancelled = 1; cancelled <= points; cancelled++) {
                    ends.add(cancelledAt(cancelled, Map.of(first, fault)));
                }
            }
        }
        assertThat(ends).containsExactly("cancelled", "launched");
    }

    private static void launchesOnce(Map<Integer, Fault> faults) {
        var run = new Run(faults);
        run.fixture.launch();
        run.untilQuiet();
        assertThat(run.fixture.stage()).as("%s", faults).isInstanceOf(Stage.Running.class);
        run.assertOneOfEach();
    }

    private static String cancelledAt(int point, Map<Integer, Fault> faults) {
        var run = new Run(faults);
        boolean[] let = {false};
        run.before.put(point, () -> let[0] = through(run.fixture::cancel));
        run.fixture.launch();
        run.untilQuiet();
        if (!let[0]) {
            assertThat(run.fixture.stage()).as("%s", run).isInstanceOf(Stage.Running.class);
            run.assertOneOfEach();
            return "launched";
        }
        assertThat(run.fixture.stage()).as("%s", run).isInstanceOf(Stage.Accepted.class);
        assertThat(run.fixture.others.seriesNames()).as("%s", run).isEmpty();
        assertThat(run.fixture.others.campaigns()).as("%s", run).isEmpty();

        run.fixture.launch();
        run.untilQuiet();
        assertThat(run.fixture.stage()).as("%s, again", run).isInstanceOf(Stage.Running.class);
        run.assertOneOfEach();
        return "cancelled";
    }

    private static int points(Map<Integer, Fault> faults) {
        var run = new Run(faults);
        run.fixture.launch();
        run.untilQuiet();
        return run.points;
    }

    /** One launch with faults at chosen points, and people who do what is left to them. */
    private static final class Run {

        final LaunchFixture fixture = new LaunchFixture();
        final Map<Integer, Runnable> before = new TreeMap<>();
        final List<String> log = new ArrayList<>();
        private final Map<Integer, Fault> faults;
        private int points;
        private boolean overtaking;

        Run(Map<Integer, Fault> faults) {
            this.faults = new TreeMap<>(faults);
            fixture.others.around(call -> at("call", call, true));
            fixture.programs.around(write -> at("write", write, false));
        }

        /** Sweeps, restarts and resumes until nothing moves any more. */
        void untilQuiet() {
            for (int i = 0; i < PATIENCE; i++) {
                try {
                    fixture.sweepLater();
                } catch (Killed | StoreAway e) {
                    log.add(e.getMessage());
                }
                fixture.stage()
                        .launch()
                        .filter(Launch::isRefused)
                        .ifPresent(launch -> takenUpAgain());
            }
        }

        private void takenUpAgain() {
            if (fixture.stage() instanceof Stage.Launching) {
                fixture.launch();
            } else if (fixture.stage() instanceof Stage.Cancelling) {
                fixture.cancel();
            }
        }

        void assertOneOfEach() {
            assertThat(fixture.others.seriesNames()).as("series of %s", this).hasSize(1);
            assertThat(fixture.others.published())
                    .as("published by %s", this)
                    .isEqualTo(fixture.others.seriesNames());
            assertThat(fixture.others.campaigns()).as("campaigns of %s", this).hasSize(1);
            assertThat(fixture.step(LaunchStep.Kind.SERIES).resource())
                    .isEqualTo(fixture.others.seriesNames().getFirst());
        }

        private <T> T at(String what, Supplier<T> effect, boolean remote) {
            if (overtaking) {
                return effect.get();
            }
            int point = ++points;
            Runnable action = before.remove(point);
            if (action != null) {
                overtaking = true;
                action.run();
                overtaking = false;
            }
            Fault fault = faults.remove(point);
            if (fault == null) {
                return effect.get();
            }
            log.add("%s %d %s".formatted(what, point, fault));
            return suffer(fault, effect, remote);
        }

        private <T> T suffer(Fault fault, Supplier<T> effect, boolean remote) {
            switch (fault) {
                case KILLED_BEFORE -> throw new Killed();
                case KILLED_AFTER -> {
                    var _ = effect.get();
                    throw new Killed();
                }
                case AWAY -> throw remote ? OtherServices.away() : new StoreAway();
                case ANSWER_LOST -> {
                    var _ = effect.get();
                    throw remote ? OtherServices.away() : new StoreAway();
                }
                case OVERTAKEN -> {
                    overtaking = true;
                    fixture.sweepLater();
                    overtaking = false;
                    return effect.get();
                }
                case REFUSED, NOT_ALLOWED -> {
                    if (remote) {
                        throw OtherServices.refused(
                                fault == Fault.REFUSED ? Why.NOT_ACCEPTED : Why.INCONCLUSIVE,
                                "refused");
                    }
                    return effect.get();
                }
            }
            throw new AssertionError(EnumSet.of(fault));
        }

        @Override
        public String toString() {
            return log.toString();
        }
    }

    /** What a store that is away looks like to a core. */
    private static final class StoreAway extends RuntimeException {
        private static final long serialVersionUID = 1;

        StoreAway() {
            super("the store is away", null, false, false);
        }
    }
}
