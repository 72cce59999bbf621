package io.syncopate.starter.consumer;

import com.mongodb.client.MongoDatabase;

import io.micrometer.core.instrument.MeterRegistry;
import io.syncopate.kernel.Ids;
import io.syncopate.starter.ServiceName;
import io.syncopate.starter.eventlog.EventSource;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts the consumers of a service together. */
public final class Consumers {

    private Consumers() {}

    /**
     * @param sources the log of a service by its name
     * @throws IllegalStateException when two follow the same log under the same name
     */
    public static ConsumerRunner runner(
            List<EventConsumer> consumers,
            Function<String, EventSource> sources,
            MongoDatabase database,
            ConsumerSettings settings,
            ServiceName service,
            Clock clock,
            MeterRegistry meters) {
        String owner = Ids.random();
        Map<String, ConsumerRun> runs = new LinkedHashMap<>();
        for (EventConsumer consumer : consumers) {
            String key = consumer.name() + "/" + consumer.source();
            ConsumerRun run =
                    new ConsumerRun(
                            consumer,
                            sources.apply(consumer.source()),
                            new Cursors(
                                    database,
                                    consumer.name(),
                                    consumer.source(),
                                    owner,
                                    settings.leaseLife(),
                                    clock),
                            new DeadLetters(database, clock),
                            settings,
                            service,
                            clock,
                            meters);
            if (runs.put(key, run) != null) {
                throw new IllegalStateException(
                        "two consumers %s: expected names of their own".formatted(key));
            }
        }
        return new ConsumerRunner(runs);
    }
}
