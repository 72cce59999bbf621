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
    private final EventFeedGrpcService service;

    /**
     * @param sources the aggregates whose events it takes; each wakes the relay when it is written
     * @param leaseLife how long a partition stays with a relay that died
     */
    public EventLog(
            MongoDatabase database,
            List<? extends MongoAggregates<?>> sources,
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
        this.service =
                new EventFeedGrpcService(new EventFeed(database, appended), new EventMapper(name));
        sources.forEach(source -> source.afterWrite(runner::wakeUp));
    }

    public RelayRunner runner() {
        return runner;
    }

    public EventFeedGrpcService service() {
        return service;
    }
}
