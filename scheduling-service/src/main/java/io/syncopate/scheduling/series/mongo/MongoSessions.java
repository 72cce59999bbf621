package io.syncopate.scheduling.series.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;

import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.scheduling.series.Session;
import io.syncopate.scheduling.series.Sessions;
import io.syncopate.starter.mongo.IndexSpec;
import io.syncopate.starter.mongo.MongoAggregates;

import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.util.List;

@Repository
class MongoSessions extends MongoAggregates<Session> implements Sessions {

    MongoSessions(MongoDatabase db, Clock clock) {
        super(
                db,
                "sessions",
                new SessionDocuments(),
                clock,
                List.of(IndexSpec.on(SessionDocuments.SERIES, SessionDocuments.NUMBER)));
    }

    @Override
    protected String nameOf(String id) {
        return nameUnder("series", id);
    }

    @Override
    public Page<Versioned<Session>> of(TenantId tenant, String series, PageRequest page) {
        List<String> list = List.of(tenant.value(), kind(), series, SessionDocuments.NUMBER);
        return findPart(
                        tenant,
                        and(
                                eq(SessionDocuments.SERIES, series),
                                gt(SessionDocuments.NUMBER, after(list, page.token()))),
                        Sorts.ascending(SessionDocuments.NUMBER),
                        page.size())
                .page(last -> pageTokens().sign(String.valueOf(last.value().number()), list));
    }

    /** The number that a page goes on behind. */
    private int after(List<String> list, String token) {
        return token.isEmpty() ? 0 : Integer.parseInt(pageTokens().placeIn(token, list));
    }
}
