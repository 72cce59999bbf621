package io.syncopate.scheduling.series;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.Versioned;
import io.syncopate.scheduling.series.SeriesEvent.SeriesDiscarded;

/** Deletes a series that was not published, with its sessions; from the first step on nobody sees it. */
public final class DiscardSeries {

    private final AllSeries allSeries;
    private final FinishSeries finish;

    public DiscardSeries(AllSeries allSeries, FinishSeries finish) {
        this.allSeries = allSeries;
        this.finish = finish;
    }

    /**
     * @param etag the one that the caller saw; empty for whatever is there
     * @throws SeriesPublishedException when people rely on it
     */
    public void discard(Command by, String id, String etag) {
        Versioned<Series> series = allSeries.getVisible(by.reach(), id);
        Etags.check(etag, series);
        Stage.Planned planned = series.value().requirePlanned(id);
        finish.delete(
                by.by(),
                allSeries.change(
                        by, series, series.value().at(planned.discarded()), new SeriesDiscarded()));
    }
}
