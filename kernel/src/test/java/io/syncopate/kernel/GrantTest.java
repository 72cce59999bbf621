package io.syncopate.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.Set;

class GrantTest {

    @Test
    void coversItselfAndWhatLiesBelowItsStar() {
        assertThat(Grant.parse("assessment.programs.read:OWN").covers("assessment.programs.read"))
                .isTrue();
        assertThat(Grant.parse("assessment.*:OWN").covers("assessment.programs.read")).isTrue();
        assertThat(Grant.parse("*:OWN").covers("assessment.programs.read")).isTrue();
    }

    @Test
    void doesNotCoverWhatOnlySharesItsBeginning() {
        assertThat(Grant.parse("assess.*:OWN").covers("assessment.programs.read")).isFalse();
        assertThat(Grant.parse("assessment.programs:OWN").covers("assessment.programs.read"))
                .isFalse();
    }

    @Test
    void readsBackWhatItWrites() {
        Grant grant = new Grant("scheduling.series.*", Scope.TEAM);
        assertThat(Grant.parse(grant.toString())).isEqualTo(grant);
    }

    @Test
    void refusesWhatIsNoGrant() {
        assertThatIllegalArgumentException().isThrownBy(() -> Grant.parse("assessment.read"));
        assertThatIllegalArgumentException().isThrownBy(() -> Grant.parse("assessment.read:ALL"));
        assertThatIllegalArgumentException().isThrownBy(() -> Grant.parse("a.*.read:OWN"));
    }

    @Test
    void theWidestScopeCounts() {
        Caller caller =
                new Caller(
                        new TenantId("acme"),
                        new Uid("ann"),
                        Set.of(),
                        Set.of(Grant.parse("asset.*:TEAM"), Grant.parse("asset.assets.read:OWN")),
                        Optional.empty());
        assertThat(caller.scopeOf("asset.assets.read")).contains(Scope.TEAM);
        assertThat(caller.scopeOf("scheduling.series.read")).isEmpty();
    }
}
