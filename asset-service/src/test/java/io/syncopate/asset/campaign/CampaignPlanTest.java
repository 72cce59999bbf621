package io.syncopate.asset.campaign;

import static io.syncopate.asset.campaign.PlanFixture.asset;
import static io.syncopate.asset.campaign.PlanFixture.coupled;
import static io.syncopate.asset.campaign.PlanFixture.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.syncopate.asset.production.Deliverable;
import io.syncopate.asset.production.Priority;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class CampaignPlanTest {

    @Test
    void namesTheCircle() {
        var refused =
                catchThrowableOfType(
                        CampaignException.DependencyCycle.class,
                        () ->
                                plan(
                                        "standard",
                                        asset("start", "a"),
                                        asset("a", "b"),
                                        asset("b", "c"),
                                        asset("c", "a")));
        assertThat(refused.metadata()).containsEntry("cycle", "a -> b -> c -> a");
        assertThat(refused.reason()).isEqualTo("DEPENDENCY_CYCLE");
    }

    @Test
    void aCoupledPairMayDependOnEachOtherAndNeitherWaits() {
        CampaignPlan plan =
                plan("standard", asset("copy", "design"), coupled("design", "copy", "copy"));
        assertThat(plan.deliverables("c")).allMatch(each -> each.waitsFor().isEmpty());
    }

    @Test
    void aPairDoesNotExcuseACircleThatGoesRoundIt() {
        assertThatExceptionOfType(CampaignException.DependencyCycle.class)
                .isThrownBy(
                        () ->
                                plan(
                                        "standard",
                                        coupled("a", "b", "c"),
                                        asset("b"),
                                        asset("c", "a")));
    }

    @Test
    void refusesWhatIsNotInTheCampaign() {
        var refused =
                catchThrowableOfType(
                        CampaignException.UnknownDependency.class,
                        () -> plan("standard", asset("a", "a"), asset("b", "nosuch")));
        assertThat(refused.violations())
                .extracting(Violation::field)
                .containsExactly(
                        "campaign.assets[0].depends_on[0]", "campaign.assets[1].depends_on[0]");
        assertThatExceptionOfType(CampaignException.UnknownChannel.class)
                .isThrownBy(() -> plan("standard", asset("a", Priority.LOW, "fax")))
                .satisfies(
                        e ->
                                assertThat(e.violations())
                                        .extracting(Violation::description)
                                        .containsExactly(
                                                "'fax': expected one of [email, social, print]"));
    }

    @Test
    void refusesTwoAssetsOfOneKeyAndNone() {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> plan("standard", asset("a"), asset("a")))
                .withMessageContaining("campaign.assets[1].key");
        assertThatExceptionOfType(InvalidException.class).isThrownBy(() -> plan("standard"));
    }

    @Property(tries = 200)
    void whateverOnlyDependsOnEarlierOnesIsNoCircle(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 1_000_000) Integer> numbers) {
        List<PlannedAsset> assets = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            assets.add(
                    i == 0 ? asset("a0") : asset("a" + i, "a" + Math.floorMod(numbers.get(i), i)));
        }
        assertThat(plan("standard", assets.toArray(PlannedAsset[]::new)).deliverables("c"))
                .extracting(Deliverable::ordinal)
                .isSorted();
    }
}
