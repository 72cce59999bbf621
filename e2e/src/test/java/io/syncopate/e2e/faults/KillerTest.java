package io.syncopate.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

class KillerTest {

    private static final Killer.Pace PACE = new Killer.Pace(1, 1, 2);

    @Test
    void drawsEachGroupOnceBeforeAnyASecondTime() throws Exception {
        Map<String, Long> drawn =
                killed(7, 20, group("a", 1), group("b", 3), group("c", 6)).stream()
                        .collect(groupingBy(name -> name.substring(0, 1), counting()));
        assertThat(drawn.values()).allSatisfy(times -> assertThat(times).isBetween(6L, 7L));
    }

    @Test
    void drawsTheSameForTheSameSeed() throws Exception {
        List<Victim> services = group("service", 4);
        assertThat(killed(1, 12, services)).isEqualTo(killed(1, 12, services));
        assertThat(killed(1, 12, services)).isNotEqualTo(killed(2, 12, services));
    }

    @Test
    void doesNotKillWhatIsDownAlready() throws Exception {
        assertThat(killed(3, 30, group("alone", 1))).hasSize(30);
    }

    @SafeVarargs
    private static List<String> killed(long seed, int times, List<Victim>... groups)
            throws InterruptedException, ExecutionException {
        return new Killer(seed, PACE, List.of(groups))
                .kill(times).stream().map(Killer.Kill::victim).toList();
    }

    private static List<Victim> group(String name, int size) {
        return IntStream.range(0, size).<Victim>mapToObj(i -> new Fragile(name + i)).toList();
    }

    /** Complains when it is killed twice. */
    private static final class Fragile implements Victim {
        private final String name;
        private boolean alive = true;

        Fragile(String name) {
            this.name = name;
        }

        @Override
        public synchronized void kill() {
            assertThat(alive).isTrue();
            alive = false;
        }

        @Override
        public synchronized void restart() {
            alive = true;
        }

        @Override
        public void awaitServing() {
            // It is there at once.
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
