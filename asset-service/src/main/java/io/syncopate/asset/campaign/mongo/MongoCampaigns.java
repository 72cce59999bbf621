package io.syncopate.asset.campaign.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import static io.syncopate.starter.mongo.AggregateFields.CREATE_TIME;
import static io.syncopate.starter.mongo.AggregateFields.DATA;
import static io.syncopate.starter.mongo.AggregateFields.NAME;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.mongodb.client.MongoDatabase;

import io.syncopate.asset.campaign.Campaign;
import io.syncopate.asset.campaign.Campaigns;
import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.starter.mongo.DocumentMapper;
import io.syncopate.starter.mongo.IndexSpec;
import io.syncopate.starter.mongo.MongoAggregates;

import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** {@link Campaigns} in the collection {@code campaigns}. */
@Repository
class MongoCampaigns extends MongoAggregates<Campaign> implements Campaigns {

    private static final String STATE = DATA + "." + CampaignMapper.STATE;

    /** A tenant has a handful at the same moment at most; a limit keeps a fault from spreading. */
    private static final int MAX_FANNING_OUT = 1_000;

    MongoCampaigns(MongoDatabase database, DocumentMapper<Pipeline> pipelines, Clock clock) {
        super(
                database,
                "campaigns",
                new CampaignMapper(pipelines),
                clock,
                List.of(IndexSpec.OF_OWNERS, IndexSpec.on(STATE, CREATE_TIME)));
        // For the sweep, which is the only one that asks over all tenants.
        collection().createIndex(ascending(STATE, CREATE_TIME));
    }

    @Override
    public Set<String> fanningOut(TenantId tenant) {
        return findAll(
                        tenant,
                        eq(STATE, CampaignMapper.FANNING_OUT),
                        ascending(CREATE_TIME),
                        MAX_FANNING_OUT)
                .stream()
                .map(Versioned::id)
                .collect(toUnmodifiableSet());
    }

    @Override
    public List<Located> unfinished(Instant before, int limit) {
        return locateInAllTenants(
                and(eq(STATE, CampaignMapper.FANNING_OUT), lt(CREATE_TIME, Date.from(before))),
                ascending(CREATE_TIME, NAME),
                limit);
    }
}
