package io.syncopate.scheduling.series.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Versioned;
import io.syncopate.scheduling.series.Series;
import io.syncopate.scheduling.series.SeriesEvent;
import io.syncopate.scheduling.series.SeriesFixture;
import io.syncopate.scheduling.series.Stage;
import io.syncopate.testkit.kernel.AggregatesContract;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

@OnStore
class MongoAllSeriesIT extends AggregatesContract<Series> {

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    @BeforeEach
    void open(TestStore store) {
        database = store.database();
    }

    @Override
    protected Aggregates<Series> aggregates() {
        return new MongoAllSeries(database, clock);
    }

    @Override
    protected Series value(int number) {
        return SeriesFixture.numbered(number);
    }

    @Override
    protected DomainEvent event() {
        return new SeriesEvent.SeriesPublished(clock.instant());
    }

    @Test
    void showsOnlyWhatIsCompleteAndFindsWhatWasLeft() {
        var allSeries = new MongoAllSeries(database, clock);
        List<Stage> stages =
                List.of(
                        new Stage.Draft(),
                        new Stage.Planned(),
                        new Stage.Published(clock.instant()),
                        new Stage.Discarded());
        for (int i = 0; i < stages.size(); i++) {
            Series series = SeriesFixture.numbered(i);
            Command by = Callers.command(Callers.ann(), "create", clock.instant());
            Series staged = new Series(series.outline(), series.plan(), stages.get(i));
            Versioned<Series> stored = allSeries.add(by, "s" + i, staged, event());
            assertThat(allSeries.get(Callers.ACME, "s" + i)).isEqualTo(stored);
        }

        assertThat(allSeries.visible(Reach.everything(Callers.ACME), PageRequest.first()).items())
                .extracting(Versioned::id)
                .containsExactly("s1", "s2");
        assertThat(allSeries.unfinished(clock.instant(), 10)).isEmpty();
        assertThat(allSeries.unfinished(clock.instant().plus(Duration.ofSeconds(1)), 10))
                .extracting(left -> left.tenant().value() + "/" + left.id())
                .containsExactlyInAnyOrder("acme/s0", "acme/s3");
    }
}
