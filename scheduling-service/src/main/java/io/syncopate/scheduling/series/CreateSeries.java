package io.syncopate.scheduling.series;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.Ids;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Versioned;
import io.syncopate.scheduling.series.SeriesEvent.SeriesDrafted;

/**
 * Plans a series and stores it with its sessions. The plan is stored first, in a draft that nobody
 * sees; a repeat of the request, or a sweep, carries on from there.
 */
public final class CreateSeries {

    private final PlanSeries planSeries;
    private final AllSeries allSeries;
    private final FinishSeries finish;

    public CreateSeries(PlanSeries planSeries, AllSeries allSeries, FinishSeries finish) {
        this.planSeries = planSeries;
        this.allSeries = allSeries;
        this.finish = finish;
    }

    /**
     * @param cohorts those that it may be planned for
     */
    public Versioned<Series> create(
            Command by, Ownership ownership, Reach cohorts, Outline outline) {
        String id = Ids.forCommand(by);
        Versioned<Series> stored =
                allSeries
                        .answered(by, id)
                        .orElseGet(
                                () ->
                                        allSeries.add(
                                                by,
                                                ownership,
                                                id,
                                                planSeries.plan(cohorts, outline),
                                                new SeriesDrafted()));
        return finish.complete(by.by(), stored);
    }
}
