package io.syncopate.starter.eventlog;

import com.mongodb.client.MongoDatabase;

import io.micrometer.core.instrument.MeterRegistry;
import io.syncopate.kernel.Ids;
import io.syncopate.starter.ServiceName;
import io.syncopate.starter.mongo.MongoAggregates;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A service's log: the relay that feeds it and the feed that others read. */
public final class EventLog {

    private final AppendSignal appended = new AppendSignal();
    private final RelayRunner runner;
    private final Watches watches;
    private final EventFeedGrpcService service;

    /**
     * @param sources the aggregates whose events it takes; each wakes the relay when it is written
     * @param namespace whose service it is: begins the events' source and type
     * @param leaseLife how long a partition stays with a relay that died
     */
    public EventLog(
            MongoDatabase database,
            List<? extends MongoAggregates<?>> sources,
            String namespace,
            ServiceName name,
            Duration pollInterval,
            Duration leaseLife,
            Clock clock,
            MeterRegistry meters) {
        Leases leases = new Leases(database, Ids.random(), leaseLife, clock);
        Relay relay =
                new Relay(
                        new MongoRelayStore(
                                database,
                                sources.stream().map(MongoAggregates::collection).toList(),
                                leases));
        this.runner = new RelayRunner(relay, pollInterval, appended, meters);
        EventFeed feed = new EventFeed(database, appended);
        EventMapper mapper = new EventMapper(namespace, name);
        this.watches = new Watches(feed, mapper);
        this.service = new EventFeedGrpcService(feed, new History(database), watches, mapper);
        sources.forEach(source -> source.afterWrite(runner::wakeUp));
    }

    public RelayRunner runner() {
        return runner;
    }

    public Watches watches() {
        return watches;
    }

    public EventFeedGrpcService service() {
        return service;
    }
}
