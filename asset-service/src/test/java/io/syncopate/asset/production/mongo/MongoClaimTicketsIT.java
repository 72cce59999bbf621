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

    private static Command at(Instant at) {
        return Callers.command(Callers.ann(), "claim", "r1", "body", at);
    }
}
