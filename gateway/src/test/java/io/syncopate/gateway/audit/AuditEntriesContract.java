package io.syncopate.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** What every store of the audit does. */
public abstract class AuditEntriesContract {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    protected abstract AuditEntries entries();

    @Test
    void theSameEntryIsKeptOnceHoweverOftenAndByHowManyItComes() throws Exception {
        AuditEntry entry = entry("a", 0, "ann", "programs/a", "x.v1.Made");
        List<Callable<Integer>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tries.add(
                    () -> {
                        entries().add(entry);
                        return 1;
                    });
        }
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : replicas.invokeAll(tries)) {
                assertThat(done.get()).isEqualTo(1);
            }
        }
        assertThat(all("")).containsExactly(entry);
    }

    @Test
    void listsTheNewestFirstAndWithinAMillisecondByPlaceInTheLog() {
        AuditEntry first = entry("c", 0, 7, "ann", "programs/a");
        AuditEntry second = entry("a", 0, 8, "ann", "programs/a");
        AuditEntry third = entry("b", 1, 1, "ann", "programs/b");
        List.of(second, third, first).forEach(entries()::add);
        assertThat(all("")).containsExactly(third, second, first);
    }

    @Test
    void anotherTenantSeesNothing() {
        entries().add(entry("a", 0, "ann", "programs/a", "x.v1.Made"));
        AuditEntry other =
                new AuditEntry(
                        Callers.OTHER,
                        "a",
                        NINE,
                        1,
                        "x.v1.Made",
                        "programs/a",
                        "ann",
                        event("other's"));
        entries().add(other);
        assertThat(list(Callers.OTHER, "subject = programs/a", 0, "").items())
                .containsExactly(other);
        assertThat(all("subject = programs/a")).hasSize(1).doesNotContain(other);
    }

    @Test
    void narrowsByEachFieldAndByAllTogether() {
        AuditEntry made = entry("a", 0, "ann", "programs/a", "x.v1.Made");
        AuditEntry nested = entry("b", 1000, "bob", "programs/a/outcomes/o", "x.v1.Made");
        AuditEntry similar = entry("c", 2000, "ann", "programs/ab", "x.v1.Changed");
        AuditEntry elsewhere = entry("d", 3000, "ann", "people/bob", "x.v1.Made");
        List.of(made, nested, similar, elsewhere).forEach(entries()::add);

        assertThat(all("actor = ann")).containsExactly(elsewhere, similar, made);
        assertThat(all("actor = an")).isEmpty();
        assertThat(all("type = x.v1.Made")).containsExactly(elsewhere, nested, made);
        assertThat(all("subject = programs/a")).containsExactly(made);
        assertThat(all("subject = programs/a*")).containsExactly(similar, nested, made);
        assertThat(all("subject = programs/a/*")).containsExactly(nested);
        assertThat(all("subject = *")).hasSize(4);
        assertThat(all("time >= 2026-03-02T09:00:01Z")).containsExactly(elsewhere, similar, nested);
        assertThat(all("time > 2026-03-02T09:00:01Z AND time < 2026-03-02T09:00:03Z"))
                .containsExactly(similar);
        assertThat(
                        all(
                                "actor = ann AND subject = programs/* AND type = x.v1.Made AND time"
                                        + " <= 2026-03-02T09:00:00Z"))
                .containsExactly(made);
    }

    @Test
    void pagesThroughEverythingOnceWhileNewEntriesCome() {
        List<AuditEntry> stored = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            // two and two at the same moment
            AuditEntry entry = entry("e" + i, i / 2, i, "ann", "programs/a");
            stored.addFirst(entry);
            entries().add(entry);
        }
        List<AuditEntry> seen = new ArrayList<>();
        String token = "";
        do {
            Page<AuditEntry> page = list(Callers.ACME, "actor = ann", 2, token);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            seen.addAll(page.items());
            token = page.nextToken();
            entries().add(entry("new" + seen.size(), 1000, seen.size(), "ann", "programs/a"));
        } while (!token.isEmpty());
        assertThat(seen).containsExactlyElementsOf(stored);
    }

    @Test
    void aPageTokenIsGoodForItsListAlone() {
        for (int i = 0; i < 3; i++) {
            entries().add(entry("e" + i, i, "ann", "programs/a", "x.v1.Made"));
        }
        String token = list(Callers.ACME, "actor = ann", 1, "").nextToken();
        assertThat(list(Callers.ACME, " actor  = \"ann\"", 1, token).items()).hasSize(1);
        for (Runnable wrong :
                List.<Runnable>of(
                        () -> list(Callers.ACME, "actor = bob", 1, token),
                        () -> list(Callers.ACME, "", 1, token),
                        () -> list(Callers.OTHER, "actor = ann", 1, token),
                        () -> list(Callers.ACME, "actor = ann", 1, token + "x"),
                        () -> list(Callers.ACME, "actor = ann", 1, "made up"))) {
            assertThatExceptionOfType(InvalidException.class)
                    .isThrownBy(wrong::run)
                    .satisfies(
                            refusal ->
                                    assertThat(refusal.reason()).isEqualTo("INVALID_PAGE_TOKEN"));
        }
    }

    @Test
    void forgetsWhatHappenedBeforeAMomentInEveryTenantAndNothingElse() {
        AuditEntry kept = entry("a", 2, "ann", "programs/a", "x.v1.Made");
        entries().add(kept);
        entries().add(entry("b", 1, "ann", "programs/a", "x.v1.Made"));
        entries().add(entry("c", 0, "ann", "programs/a", "x.v1.Made"));
        entries()
                .add(
                        new AuditEntry(
                                Callers.OTHER,
                                "d",
                                NINE,
                                1,
                                "x.v1.Made",
                                "programs/a",
                                "ann",
                                event("d")));
        assertThat(entries().forget(NINE.plusMillis(2), 2)).isEqualTo(2);
        assertThat(entries().forget(NINE.plusMillis(2), 2)).isEqualTo(1);
        assertThat(entries().forget(NINE.plusMillis(2), 2)).isZero();
        assertThat(all("")).containsExactly(kept);
        assertThat(list(Callers.OTHER, "", 0, "").items()).isEmpty();
    }

    private List<AuditEntry> all(String filter) {
        return list(Callers.ACME, filter, 0, "").items();
    }

    private Page<AuditEntry> list(TenantId tenant, String filter, int size, String token) {
        return entries().list(tenant, AuditFilter.parse(filter), new PageRequest(size, token));
    }

    private static AuditEntry entry(
            String id, int millis, String actor, String subject, String type) {
        return new AuditEntry(
                Callers.ACME, id, NINE.plusMillis(millis), 1, type, subject, actor, event(id));
    }

    private static AuditEntry entry(
            String id, int millis, long position, String actor, String subject) {
        return new AuditEntry(
                Callers.ACME,
                id,
                NINE.plusMillis(millis),
                position,
                "x.v1.Made",
                subject,
                actor,
                event(id));
    }

    private static RecordedEvent event(String text) {
        return new RecordedEvent(text.getBytes(StandardCharsets.UTF_8));
    }
}
