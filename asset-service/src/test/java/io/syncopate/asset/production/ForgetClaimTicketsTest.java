package io.syncopate.asset.production;

import static io.syncopate.asset.campaign.PlanFixture.asset;
import static io.syncopate.asset.campaign.PlanFixture.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.syncopate.asset.Production;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class ForgetClaimTicketsTest {

    private static final Duration KEPT = Duration.ofDays(30);

    private final Production production = new Production();
    private final ForgetClaimTickets forget =
            new ForgetClaimTickets(production.tickets, production.assets, KEPT, production.clock);

    @Test
    void aClaimThatIsOverIsForgottenOnceItsTicketIsOldEnough() {
        production.campaign(plan("standard", asset("a")));
        HeldClaim held = production.claim("wes", "standard.brief");
        production.push("wes", held);

        production.clock.advance(KEPT);
        assertThat(forget.forget()).isZero();
        assertThat(production.tickets.find(Callers.ACME, held.claim().id())).isPresent();

        production.clock.advance(Duration.ofMillis(1));
        assertThat(forget.forget()).isEqualTo(1);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(
                        () ->
                                production.hold.renew(
                                        production.command("wes", "renew"), held.claim().id()));
    }

    @Test
    void aClaimThatIsRenewedAllTheTimeKeepsItsTicket() {
        production.campaign(plan("standard", asset("a")));
        HeldClaim held = production.claim("wes", "standard.brief");
        String claim = held.claim().id();
        for (Duration since = Duration.ZERO;
                since.compareTo(KEPT) <= 0;
                since = since.plusMinutes(50)) {
            production.clock.advance(Duration.ofMinutes(50));
            production.hold.renew(production.command("wes", "renew" + since), claim);
        }
        assertThat(forget.forget()).isZero();
        assertThat(production.hold.renew(production.command("wes", "last"), claim).claim().id())
                .isEqualTo(claim);
        assertThat(production.tickets.olderThan(production.clock.instant(), 1)).isEmpty();
    }

    @Test
    void forgetsMoreThanOneBatch() {
        for (int i = 0; i < 1_200; i++) {
            production.tickets.point(
                    production.command("wes", "claim"), "c" + i, new AssetId("campaign", "a"));
        }
        production.clock.advance(KEPT.plusMillis(1));
        assertThat(forget.forget()).isEqualTo(1_200);
        assertThat(forget.forget()).isZero();
    }
}
