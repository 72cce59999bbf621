package io.syncopate.scheduling.series;

import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.OneByOne;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;
import io.syncopate.scheduling.series.SeriesEvent.SeriesDeleted;
import io.syncopate.scheduling.series.SeriesEvent.SeriesPlanned;
import io.syncopate.scheduling.series.SessionEvent.SessionDeleted;
import io.syncopate.scheduling.series.SessionEvent.SessionScheduled;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The second half of creating and of deleting a series. Every step is remembered under a request id
 * of its own, so that several of these can run at once and after each other.
 */
public final class FinishSeries {

    /** Longer than any call takes that is still at work on a series. */
    private static final Duration LEFT_ALONE = Duration.ofMinutes(1);

    private static final int BATCH = 100;

    private final AllSeries allSeries;
    private final Sessions sessions;
    private final OneByOne oneByOne;
    private final Clock clock;

    public FinishSeries(AllSeries allSeries, Sessions sessions, OneByOne oneByOne, Clock clock) {
        this.allSeries = allSeries;
        this.sessions = sessions;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    /**
     * @throws NotFoundException when it was discarded meanwhile
     */
    Versioned<Series> complete(Caller by, Versioned<Series> series) {
        return switch (series.value().stage()) {
            case Stage.Planned _, Stage.Published _ -> series;
            case Stage.Discarded _ ->
                    throw new NotFoundException("series", "series/" + series.id());
            case Stage.Draft draft -> {
                for (Session session : series.value().sessions(series.id())) {
                    sessions.add(
                            step(by, session.key() + "/schedule"),
                            session.key(),
                            session,
                            new SessionScheduled(session.startTime(), session.endTime()));
                }
                yield allSeries.change(
                        step(by, series.id() + "/complete"),
                        series,
                        series.value().at(draft.planned()),
                        new SeriesPlanned());
            }
        };
    }

    void delete(Caller by, Versioned<Series> discarded) {
        for (Item item : discarded.value().outline().items()) {
            String key = Session.key(discarded.id(), item.key());
            Optional<Versioned<Session>> session = sessions.find(by.tenant(), key);
            if (session.isPresent()) {
                unlessDone(
                        () ->
                                sessions.remove(
                                        step(by, key + "/delete"),
                                        session.get(),
                                        new SessionDeleted()));
            }
        }
        unlessDone(
                () ->
                        allSeries.remove(
                                step(by, discarded.id() + "/delete"),
                                discarded,
                                new SeriesDeleted()));
    }

    /**
     * Carries on with what was left for a minute.
     *
     * @return how many were looked at and are finished, by this or by another one
     */
    public int sweep() {
        return oneByOne.each(
                "finish-series",
                allSeries.unfinished(clock.instant().minus(LEFT_ALONE), BATCH),
                this::finish);
    }

    private void finish(Located left) {
        Optional<Versioned<Series>> series = allSeries.find(left.tenant(), left.id());
        if (series.isEmpty()) {
            return;
        }
        var service =
                new Caller(
                        left.tenant(),
                        Uid.ofService("scheduling"),
                        Set.of(),
                        Set.of(),
                        Optional.empty());
        switch (series.get().value().stage()) {
            case Stage.Draft _ -> complete(service, series.get());
            case Stage.Discarded _ -> delete(service, series.get());
            case Stage.Planned _, Stage.Published _ -> {}
        }
    }

    private static void unlessDone(Runnable removal) {
        try {
            removal.run();
        } catch (NotFoundException | StaleEtagException e) {
            // Another one of these was faster.
        }
    }

    private Command step(Caller by, String step) {
        return Command.internal(by, "syncopate.scheduling.FinishSeries", step, clock.instant());
    }
}
