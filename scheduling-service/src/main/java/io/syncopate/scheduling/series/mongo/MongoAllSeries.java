package io.syncopate.scheduling.series.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;

import io.syncopate.kernel.Located;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Versioned;
import io.syncopate.scheduling.series.AllSeries;
import io.syncopate.scheduling.series.Series;
import io.syncopate.starter.mongo.IndexSpec;
import io.syncopate.starter.mongo.MongoAggregates;

import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;

@Repository
class MongoAllSeries extends MongoAggregates<Series> implements AllSeries {

    private static final String STAGE = "data.stage.kind";
    private static final String UPDATE_TIME = "updateTime";

    MongoAllSeries(MongoDatabase db, Clock clock) {
        super(db, "series", new SeriesDocuments(), clock, List.of(IndexSpec.OF_OWNERS));
    }

    @Override
    public Page<Versioned<Series>> visible(Reach reach, PageRequest page) {
        return findPage(reach, in(STAGE, SeriesDocuments.PLANNED, SeriesDocuments.PUBLISHED), page);
    }

    @Override
    public List<Located> unfinished(Instant untouchedSince, int limit) {
        return locateInAllTenants(
                and(
                        in(STAGE, SeriesDocuments.DRAFT, SeriesDocuments.DISCARDED),
                        lt(UPDATE_TIME, Date.from(untouchedSince))),
                Sorts.ascending(UPDATE_TIME),
                limit);
    }
}
