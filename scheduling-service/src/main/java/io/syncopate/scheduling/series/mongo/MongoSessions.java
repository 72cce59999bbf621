package io.syncopate.scheduling.series.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;

import io.syncopate.kernel.InvalidException;
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
        return "series/" + id.replace("/", "/sessions/");
    }

    @Override
    public Page<Versioned<Session>> of(TenantId tenant, String series, PageRequest page) {
        List<Versioned<Session>> found =
                findAll(
                        tenant,
                        and(
                                eq(SessionDocuments.SERIES, series),
                                gt(SessionDocuments.NUMBER, after(series, page.token()))),
                        Sorts.ascending(SessionDocuments.NUMBER),
                        page.size() + 1);
        if (found.size() <= page.size()) {
            return new Page<>(found, "");
        }
        List<Versioned<Session>> items = found.subList(0, page.size());
        return new Page<>(items, series + "." + items.getLast().value().number());
    }

    /** The number that a page goes on behind. */
    private static int after(String series, String token) {
        if (token.isEmpty()) {
            return 0;
        }
        String prefix = series + ".";
        if (!token.startsWith(prefix)
                || !token.substring(prefix.length()).matches("[1-9][0-9]{0,5}")) {
            throw InvalidException.pageToken(token);
        }
        return Integer.parseInt(token.substring(prefix.length()));
    }
}
