package io.syncopate.asset.production.mongo;

import static com.mongodb.client.model.Accumulators.min;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import static io.syncopate.starter.mongo.AggregateFields.DATA;
import static io.syncopate.starter.mongo.AggregateFields.ID;
import static io.syncopate.starter.mongo.AggregateFields.NAME;
import static io.syncopate.starter.mongo.AggregateFields.REMOVED;
import static io.syncopate.starter.mongo.AggregateFields.TENANT;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;

import io.syncopate.asset.pipeline.QueueName;
import io.syncopate.asset.production.Asset;
import io.syncopate.asset.production.Assets;
import io.syncopate.asset.production.Deliverable;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.starter.mongo.AllTenants;
import io.syncopate.starter.mongo.IndexSpec;
import io.syncopate.starter.mongo.MongoAggregates;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@link Assets} in the collection {@code assets}. */
@Repository
class MongoAssets extends MongoAggregates<Asset> implements Assets {

    private static final String KIND = "data." + AssetMapper.KIND;
    private static final String CAMPAIGN = "data." + AssetMapper.CAMPAIGN;
    private static final String PIPELINE = "data." + AssetMapper.PIPELINE;
    private static final String ORDINAL = "data." + AssetMapper.ORDINAL;
    private static final String STAGE = "data." + AssetMapper.STAGE;
    private static final String QUEUE = "data." + AssetMapper.QUEUE;
    private static final String RANK = "data." + AssetMapper.RANK;
    private static final String SINCE = "data." + AssetMapper.SINCE;
    private static final String AVAILABLE = "data." + AssetMapper.AVAILABLE;
    private static final String KEY = "data." + AssetMapper.KEY;
    private static final String APPROVED = "data." + PassportDocuments.APPROVAL + ".at";
    private static final String COUNT = "count";
    private static final String OLDEST = "oldest";

    MongoAssets(MongoDatabase database, Clock clock) {
        super(
                database,
                "assets",
                new AssetMapper(),
                clock,
                List.of(
                        IndexSpec.on(QUEUE, RANK, SINCE, ORDINAL, NAME),
                        IndexSpec.on(CAMPAIGN, ORDINAL),
                        IndexSpec.on(PIPELINE, STAGE, SINCE)));
        // For the sweeps, which are the only ones that ask over all tenants.
        collection().createIndex(ascending(AVAILABLE));
        collection().createIndex(ascending(KIND, TENANT, CAMPAIGN));
        collection().createIndex(ascending(APPROVED), new IndexOptions().sparse(true));
    }

    @Override
    protected String nameOf(String id) {
        return nameUnder("campaigns", id);
    }

    @Override
    public List<Versioned<Asset>> inTurn(
            Reach reach, QueueName queue, Set<String> without, Instant at, int limit) {
        return findAll(
                reach.tenant(),
                within(
                        reach,
                        and(
                                eq(QUEUE, queue.value()),
                                lte(AVAILABLE, Date.from(at)),
                                nin(CAMPAIGN, without))),
                ascending(RANK, SINCE, ORDINAL, NAME),
                limit);
    }

    @Override
    public List<Versioned<Asset>> ofCampaign(TenantId tenant, String campaign) {
        return findAll(
                tenant, eq(CAMPAIGN, campaign), ascending(ORDINAL), Deliverable.MAX_IN_CAMPAIGN);
    }

    @Override
    public List<Versioned<Asset>> blocked(TenantId tenant, String campaign) {
        return findAll(
                tenant,
                and(eq(CAMPAIGN, campaign), eq(KIND, AssetMapper.BLOCKED)),
                ascending(ORDINAL),
                Deliverable.MAX_IN_CAMPAIGN);
    }

    @Override
    public Set<String> approved(TenantId tenant, String campaign) {
        return collection()
                .find(
                        and(
                                eq(TENANT, tenant.value()),
                                ne(REMOVED, true),
                                eq(CAMPAIGN, campaign),
                                exists(APPROVED)))
                .projection(include(KEY))
                .map(found -> found.get(DATA, Document.class).getString(AssetMapper.KEY))
                .into(new HashSet<>());
    }

    @Override
    public Page<Versioned<Asset>> ofCampaign(TenantId tenant, String campaign, PageRequest page) {
        List<String> list = List.of(tenant.value(), kind(), campaign, ORDINAL);
        int from =
                page.token().isEmpty()
                        ? 0
                        : Integer.parseInt(pageTokens().placeIn(page.token(), list));
        return findPart(
                        tenant,
                        and(eq(CAMPAIGN, campaign), gte(ORDINAL, from)),
                        ascending(ORDINAL),
                        page.size())
                .page(
                        last ->
                                pageTokens()
                                        .sign(
                                                Integer.toString(
                                                        last.value().deliverable().ordinal() + 1),
                                                list));
    }

    @Override
    public List<Versioned<Asset>> inColumn(
            BoardSelection selection, Optional<String> stage, int limit) {
        return findAll(
                selection.reach().tenant(),
                and(selected(selection), eq(STAGE, stage.orElse(""))),
                ascending(SINCE, ORDINAL, NAME),
                limit);
    }

    @Override
    public List<StageCount> stageCounts(BoardSelection selection) {
        return grouped(selection.reach().tenant(), selected(selection), "$" + STAGE).stream()
                .map(
                        row ->
                                new StageCount(
                                        Optional.of(row.getString(ID))
                                                .filter(stage -> !stage.isEmpty()),
                                        count(row)))
                .toList();
    }

    @Override
    public List<QueueCount> queueCounts(Reach reach, Set<String> without) {
        Document key =
                new Document(AssetMapper.QUEUE, "$" + QUEUE).append(AssetMapper.KIND, "$" + KIND);
        Map<String, QueueCount> counts = new HashMap<>();
        Bson counted = within(reach, and(exists(QUEUE), nin(CAMPAIGN, without)));
        for (Document row : grouped(reach.tenant(), counted, key)) {
            Document of = row.get(ID, Document.class);
            String queue = of.getString(AssetMapper.QUEUE);
            boolean waiting = of.getString(AssetMapper.KIND).equals(AssetMapper.WAITING);
            counts.merge(queue, queueCount(queue, waiting, row), MongoAssets::together);
        }
        return List.copyOf(counts.values());
    }

    private static QueueCount queueCount(String queue, boolean waiting, Document row) {
        return new QueueCount(
                QueueName.parse(queue),
                waiting ? count(row) : 0,
                waiting ? 0 : count(row),
                waiting ? Optional.of(row.getDate(OLDEST).toInstant()) : Optional.empty());
    }

    private static QueueCount together(QueueCount one, QueueCount other) {
        return new QueueCount(
                one.queue(),
                one.waiting() + other.waiting(),
                one.claimed() + other.claimed(),
                one.oldest().or(other::oldest));
    }

    @Override
    public Map<String, Integer> doneCounts(TenantId tenant, Set<String> campaigns) {
        Map<String, Integer> counts = new HashMap<>();
        grouped(tenant, and(in(CAMPAIGN, campaigns), eq(KIND, AssetMapper.DONE)), "$" + CAMPAIGN)
                .forEach(row -> counts.put(row.getString(ID), count(row)));
        return counts;
    }

    @Override
    public List<Located> lost(Instant at, int limit) {
        return locateInAllTenants(
                and(gt(AVAILABLE, Date.from(AssetMapper.ALWAYS)), lte(AVAILABLE, Date.from(at))),
                ascending(AVAILABLE),
                limit);
    }

    @Override
    public List<Located> withBlocked(Optional<Located> after, int limit) {
        return campaigns(eq(KIND, AssetMapper.BLOCKED), after, limit);
    }

    @Override
    public List<Located> withApprovals(Instant since, Optional<Located> after, int limit) {
        return campaigns(gte(APPROVED, Date.from(since)), after, limit);
    }

    private List<Located> campaigns(Bson having, Optional<Located> after, int limit) {
        Document key =
                new Document(TENANT, "$" + TENANT).append(AssetMapper.CAMPAIGN, "$" + CAMPAIGN);
        return collection()
                .aggregate(
                        List.of(
                                match(
                                        and(
                                                having,
                                                ne(REMOVED, true),
                                                after.map(MongoAssets::behind)
                                                        .orElseGet(Document::new))),
                                group(key),
                                sort(ascending(ID + "." + TENANT, ID + "." + AssetMapper.CAMPAIGN)),
                                limit(limit)))
                .comment(AllTenants.COMMENT)
                .map(row -> row.get(ID, Document.class))
                .map(
                        of ->
                                new Located(
                                        new TenantId(of.getString(TENANT)),
                                        of.getString(AssetMapper.CAMPAIGN)))
                .into(new ArrayList<>());
    }

    private static Bson behind(Located last) {
        return or(
                gt(TENANT, last.tenant().value()),
                and(eq(TENANT, last.tenant().value()), gt(CAMPAIGN, last.id())));
    }

    private static Bson selected(BoardSelection selection) {
        Bson inPipeline = within(selection.reach(), eq(PIPELINE, selection.pipeline()));
        Bson shown = nin(CAMPAIGN, selection.without());
        return selection
                .campaign()
                .map(campaign -> and(inPipeline, shown, eq(CAMPAIGN, campaign)))
                .orElseGet(() -> and(inPipeline, shown));
    }

    private List<Document> grouped(TenantId tenant, Bson filter, Object key) {
        return collection()
                .aggregate(
                        List.of(
                                match(and(eq(TENANT, tenant.value()), ne(REMOVED, true), filter)),
                                group(key, sum(COUNT, 1), min(OLDEST, "$" + SINCE))))
                .into(new ArrayList<>());
    }

    private static int count(Document row) {
        return row.get(COUNT, Number.class).intValue();
    }
}
