package io.syncopate.scheduling.series.grpc;

import io.grpc.BindableService;
import io.syncopate.kernel.OneByOne;
import io.syncopate.scheduling.series.AllSeries;
import io.syncopate.scheduling.series.CreateSeries;
import io.syncopate.scheduling.series.DiscardSeries;
import io.syncopate.scheduling.series.FinishSeries;
import io.syncopate.scheduling.series.PlanSeries;
import io.syncopate.scheduling.series.PublishSeries;
import io.syncopate.scheduling.series.Sessions;

import java.time.Clock;

/** The adapter for tests elsewhere. */
public final class SeriesServices {

    private SeriesServices() {}

    public static BindableService of(
            AllSeries allSeries, Sessions sessions, PlanSeries planSeries, Clock clock) {
        var finish = new FinishSeries(allSeries, sessions, new OneByOne((_, _, _) -> {}), clock);
        return new SeriesGrpcService(
                allSeries,
                sessions,
                planSeries,
                new CreateSeries(planSeries, allSeries, finish),
                new PublishSeries(allSeries),
                new DiscardSeries(allSeries, finish));
    }
}
