package io.syncopate.asset.campaign.mongo;

import static io.syncopate.asset.campaign.PlanFixture.asset;
import static io.syncopate.asset.campaign.PlanFixture.coupled;
import static io.syncopate.asset.campaign.PlanFixture.plan;
import static io.syncopate.testkit.kernel.Callers.ACME;
import static io.syncopate.testkit.kernel.Callers.OTHER;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;

import io.syncopate.asset.campaign.Campaign;
import io.syncopate.asset.campaign.CampaignEvent;
import io.syncopate.asset.campaign.CampaignPlan;
import io.syncopate.asset.campaign.Campaigns;
import io.syncopate.asset.pipeline.StandardPipeline;
import io.syncopate.asset.pipeline.mongo.PipelineMappers;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.AggregatesContract;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

@OnStore
class MongoCampaignsIT extends AggregatesContract<Campaign> {

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    @BeforeEach
    void open(TestStore store) {
        database = store.database();
    }

    @Override
    protected Campaigns aggregates() {
        return new MongoCampaigns(database, PipelineMappers.mapper(), clock);
    }

    @Override
    protected Campaign value(int number) {
        CampaignPlan plan =
                plan("standard", asset("a" + number), coupled("b", "a" + number, "a" + number));
        var owner = new Uid("owner");
        return number % 2 == 0
                ? new Campaign.FanningOut(plan, StandardPipeline.get(), owner)
                : new Campaign.Open(plan, StandardPipeline.get(), owner);
    }

    @Override
    protected DomainEvent event() {
        return new CampaignEvent.CampaignOpened(2);
    }

    @Test
    void findsWhatIsFanningOutAndForHowLong() {
        Campaigns campaigns = aggregates();
        Versioned<Campaign> begun = add(campaigns, "begun", 2);
        add(campaigns, "open", 1);
        clock.advance(Duration.ofMinutes(1));
        add(campaigns, "later", 4);

        assertThat(campaigns.fanningOut(ACME)).containsExactlyInAnyOrder("begun", "later");
        assertThat(campaigns.fanningOut(OTHER)).isEmpty();
        assertThat(campaigns.unfinished(clock.instant(), 10))
                .containsExactly(new Located(ACME, "begun"));

        campaigns.change(
                Callers.command(Callers.ann(), "open", clock.instant()), begun, value(1), event());
        assertThat(campaigns.unfinished(clock.instant(), 10)).isEmpty();
    }

    private Versioned<Campaign> add(Campaigns campaigns, String id, int number) {
        return campaigns.add(
                Callers.command(Callers.ann(), "create", clock.instant()),
                id,
                value(number),
                event());
    }
}
