package io.syncopate.scheduling.series.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoDatabase;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Versioned;
import io.syncopate.scheduling.series.SeriesFixture;
import io.syncopate.scheduling.series.Session;
import io.syncopate.scheduling.series.SessionEvent;
import io.syncopate.testkit.kernel.AggregatesContract;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnStore
class MongoSessionsIT extends AggregatesContract<Session> {

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    @BeforeEach
    void open(TestStore store) {
        database = store.database();
    }

    @Override
    protected Aggregates<Session> aggregates() {
        return new MongoSessions(database, clock);
    }

    @Override
    protected Session value(int number) {
        return SeriesFixture.numbered(1).sessions("series-" + number).getFirst();
    }

    @Override
    protected DomainEvent event() {
        return new SessionEvent.SessionScheduled(clock.instant(), clock.instant());
    }

    @Test
    void pagesThroughASeriesInItsOrder() {
        var sessions = new MongoSessions(database, clock);
        for (String series : new String[] {"b", "a"}) {
            for (Session session : SeriesFixture.numbered(1).sessions(series).reversed()) {
                sessions.add(
                        Callers.command(Callers.ann(), "create", clock.instant()),
                        session.key(),
                        session,
                        event());
            }
        }

        Page<Versioned<Session>> first = sessions.of(Callers.ACME, "a", new PageRequest(1, ""));
        Page<Versioned<Session>> second =
                sessions.of(Callers.ACME, "a", new PageRequest(1, first.nextToken()));

        assertThat(first.items()).extracting(Versioned::id).containsExactly("a/week-1");
        assertThat(second.items()).extracting(Versioned::id).containsExactly("a/week-2");
        assertThat(second.nextToken()).isEmpty();
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(
                        () ->
                                sessions.of(
                                        Callers.ACME, "b", new PageRequest(1, first.nextToken())));
    }
}
