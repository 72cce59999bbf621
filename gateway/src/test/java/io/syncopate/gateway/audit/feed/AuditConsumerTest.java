package io.syncopate.gateway.audit.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;

import io.syncopate.gateway.audit.Audit;
import io.syncopate.gateway.audit.AuditEntries;
import io.syncopate.gateway.audit.AuditEntry;
import io.syncopate.gateway.audit.AuditFilter;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;
import io.syncopate.proto.api.v1.Event;
import io.syncopate.starter.consumer.Delivery;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class AuditConsumerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final SettableClock clock = SettableClock.at(NOW);
    private final Written written = new Written();
    private final Audit audit = new Audit(written, Duration.ofDays(30), clock);
    private final AuditConsumer consumer =
            new AuditConsumer("rooms", List.of("acme.rooms.v1"), audit);

    @Test
    void writesDownWhatTheServiceToldWithoutLosingAnyOfIt() throws Exception {
        Event event = event().setActor("ann").setRequestId("r-1").setAggregateVersion(3).build();
        consumer.handle(delivery(event, "rooms"));
        AuditEntry entry = written.all.getFirst();
        assertThat(Event.parseFrom(entry.event().bytes())).isEqualTo(event);
        assertThat(entry.tenant()).isEqualTo(Callers.ACME);
        assertThat(entry.time()).isEqualTo(NOW);
        assertThat(List.of(entry.type(), entry.subject(), entry.actor()))
                .containsExactly("acme.rooms.v1.RoomRetired", "rooms/a", "ann");
    }

    @Test
    void anEventHasTheSameIdEachTimeAndAnotherOneAnother() {
        consumer.handle(delivery(event().build(), "rooms"));
        consumer.handle(delivery(event().build(), "rooms"));
        consumer.handle(delivery(event().setId("acme/rooms/a/v2").build(), "rooms"));
        consumer.handle(delivery(event().build(), "other-rooms"));
        assertThat(written.all.get(1).id()).isEqualTo(written.all.get(0).id());
        assertThat(written.all.stream().map(AuditEntry::id).distinct()).hasSize(3);
    }

    /** A foreign service can tell anything; in another's name it tells nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "syncopate.gateway.v1.ApiKeyRevoked",
                "acme.rooms.v1.deep.RoomRetired",
                "acme.rooms.v12.RoomRetired",
                "RoomRetired",
                ""
            })
    void takesOnlyWhatTheBackendMayServe(String type) {
        assertThat(consumer.wants(event().setType(type).build())).isFalse();
        assertThat(consumer.wants(event().build())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Acme", "a/b"})
    void passesOverWhatIsOfNoTenant(String tenant) {
        assertThat(consumer.wants(event().setTenant(tenant).build())).isFalse();
    }

    @Test
    void passesOverWhatWouldBeForgottenAtOnce() {
        Instant end = NOW.minus(Duration.ofDays(30));
        assertThat(
                        consumer.wants(
                                event().setTime(Timestamps.fromMillis(end.toEpochMilli())).build()))
                .isTrue();
        assertThat(
                        consumer.wants(
                                event().setTime(Timestamps.fromMillis(end.toEpochMilli() - 1))
                                        .build()))
                .isFalse();
        audit.forget();
        assertThat(written.forgottenBefore).isEqualTo(end);
    }

    private static Event.Builder event() {
        return Event.newBuilder()
                .setId("acme/rooms/a/v1")
                .setType("acme.rooms.v1.RoomRetired")
                .setSubject("rooms/a")
                .setTenant("acme")
                .setPosition(5)
                .setTime(Timestamps.fromMillis(NOW.toEpochMilli()));
    }

    private static Delivery delivery(Event event, String source) {
        var caller =
                new Caller(
                        Callers.ACME,
                        Uid.ofService("gateway"),
                        Set.of(),
                        Set.of(),
                        Optional.empty());
        return new Delivery(
                event, Command.internal(caller, "consumer/audit/" + source, event.getId(), NOW));
    }

    private static final class Written implements AuditEntries {
        private final List<AuditEntry> all = new ArrayList<>();
        private Instant forgottenBefore = Instant.EPOCH;

        @Override
        public void add(AuditEntry entry) {
            all.add(entry);
        }

        @Override
        public Page<AuditEntry> list(TenantId tenant, AuditFilter filter, PageRequest page) {
            return new Page<>(List.copyOf(all), "");
        }

        @Override
        public int forget(Instant before, int most) {
            forgottenBefore = before;
            return 0;
        }
    }
}
