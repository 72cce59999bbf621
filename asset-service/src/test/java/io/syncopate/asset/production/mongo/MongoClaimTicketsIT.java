package io.syncopate.asset.production.mongo;

import static io.syncopate.testkit.kernel.Callers.ACME;
import static io.syncopate.testkit.kernel.Callers.OTHER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.syncopate.asset.production.AssetId;
import io.syncopate.asset.production.ClaimTickets;
import io.syncopate.asset.production.ClaimTickets.Issue;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.RequestReusedException;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

@OnStore
@SuppressWarnings("NullAway.Init")
class MongoClaimTicketsIT {

    private static final Instant NINE = Instant.parse("2026-05-04T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-05-04T10:00:00Z");
    private static final AssetId ASSET = new AssetId("campaign", "a");

    private ClaimTickets tickets;

    @BeforeEach
    void open(TestStore store) {
        tickets = new MongoClaimTickets(store.database());
    }

    @Test
    void theFirstGetsAFreshOneAndTheNextWhatIsKnown() {
        assertThat(tickets.issue(at(NINE), "c1")).isEqualTo(new Issue.Fresh());
        assertThat(tickets.issue(at(TEN), "c1")).isEqualTo(new Issue.Known(Optional.empty(), NINE));
        tickets.point(at(NINE), "c1", ASSET);
        assertThat(tickets.issue(at(TEN), "c1"))
                .isEqualTo(new Issue.Known(Optional.of(ASSET), NINE));
    }

    @Test
    void refusesARequestThatSaysSomethingElse() {
        tickets.issue(at(NINE), "c1");
        Command other = Callers.command(Callers.ann(), "claim", "r1", "other", NINE);
        assertThatExceptionOfType(RequestReusedException.class)
                .isThrownBy(() -> tickets.issue(other, "c1"));
    }

    @Test
    void oneOfTwoTakesOver() {
        tickets.issue(at(NINE), "c1");
        assertThat(tickets.takeOver(at(TEN), "c1", NINE)).isTrue();
        assertThat(tickets.takeOver(at(TEN), "c1", NINE)).isFalse();
    }

    @Test
    void isFoundByItsTenantUntilItIsDropped() {
        tickets.point(at(NINE), "c1", ASSET);
        assertThat(tickets.find(ACME, "c1")).contains(ASSET);
        assertThat(tickets.find(OTHER, "c1")).isEmpty();
        tickets.drop(ACME, "c1");
        assertThat(tickets.find(ACME, "c1")).isEmpty();
    }

    @Test
    void tellsTheOldOnesOfAllTenantsTheOldestFirst() {
        tickets.point(at(TEN), "c2", ASSET);
        tickets.issue(at(NINE), "c1");
        tickets.issue(Callers.command(Callers.of(OTHER, "bob"), "claim", "r1", "body", NINE), "c3");
        assertThat(tickets.olderThan(TEN, 10))
                .containsExactlyInAnyOrder(
                        new ClaimTickets.Ticket(ACME, "c1", Optional.empty(), NINE),
                        new ClaimTickets.Ticket(OTHER, "c3", Optional.empty(), NINE));
        assertThat(tickets.olderThan(TEN.plusMillis(1), 10).getLast())
                .isEqualTo(new ClaimTickets.Ticket(ACME, "c2", Optional.of(ASSET), TEN));
        assertThat(tickets.olderThan(TEN.plusMillis(1), 1)).hasSize(1);
    }

    @Test
    void forgetsOrKeepsOneOnlyAsItWasRead() {
        tickets.issue(at(NINE), "c1");
        ClaimTickets.Ticket read = tickets.olderThan(TEN, 1).getFirst();
        tickets.keep(read, TEN);
        assertThat(tickets.olderThan(TEN, 1)).isEmpty();
        assertThat(tickets.forget(read)).as("it was written since").isFalse();
        assertThat(tickets.forget(tickets.olderThan(TEN.plusMillis(1), 1).getFirst())).isTrue();
        assertThat(tickets.issue(at(TEN), "c1")).isEqualTo(new Issue.Fresh());
    }

    private static Command at(Instant at) {
        return Callers.command(Callers.ann(), "claim", "r1", "body", at);
    }
}
