package io.syncopate.scheduling.series;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.Versioned;
import io.syncopate.scheduling.series.SeriesEvent.SeriesPublished;

import java.util.Optional;

/** Makes a planned series one that people can rely on. */
public final class PublishSeries {

    private final AllSeries allSeries;

    public PublishSeries(AllSeries allSeries) {
        this.allSeries = allSeries;
    }

    /**
     * @param etag the one that the caller saw; empty for whatever is there
     * @throws SeriesPublishedException when another request has published it
     */
    public Versioned<Series> publish(Command by, String id, String etag) {
        Optional<Versioned<Series>> answered = allSeries.answered(by, id);
        if (answered.isPresent()) {
            return answered.get();
        }
        Versioned<Series> series = allSeries.getVisible(by.reach(), id);
        Etags.check(etag, series);
        Stage.Planned planned = series.value().requirePlanned(id);
        return allSeries.change(
                by,
                series,
                series.value().at(planned.published(by.at())),
                new SeriesPublished(by.at()));
    }
}
