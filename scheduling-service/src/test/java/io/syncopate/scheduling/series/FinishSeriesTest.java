package io.syncopate.scheduling.series;

import static io.syncopate.testkit.kernel.Callers.ACME;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Ids;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.OneByOne;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Versioned;
import io.syncopate.scheduling.cohort.GroupCohort;
import io.syncopate.scheduling.cohort.InMemoryCohorts;
import io.syncopate.scheduling.cohort.InMemoryParticipants;
import io.syncopate.scheduling.rotation.PlanRotation;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class FinishSeriesTest {

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final InMemoryAllSeries allSeries = new InMemoryAllSeries(clock);
    private final InMemorySessions sessions = new InMemorySessions(clock);
    private final List<String> failures = new ArrayList<>();
    private final FinishSeries finish =
            new FinishSeries(
                    allSeries,
                    sessions,
                    new OneByOne(
                            (_, item, why) -> failures.add(item.id() + ": " + why.getMessage())),
                    clock);
    private final CreateSeries create =
            new CreateSeries(
                    new PlanSeries(
                            new GroupCohort(
                                    new InMemoryCohorts(clock), new InMemoryParticipants(clock)),
                            new PlanRotation()::plan),
                    allSeries,
                    finish);
    private final DiscardSeries discard = new DiscardSeries(allSeries, finish);
    private final PublishSeries publish = new PublishSeries(allSeries);
    private final Outline outline = SeriesFixture.outline("Spring", 4);

    private Command command(String method, String requestId) {
        return Callers.command(Callers.ann(), method, requestId, "body", clock.instant());
    }

    private Command command(String method) {
        return Callers.command(Callers.ann(), method, clock.instant());
    }

    private List<Versioned<Session>> sessionsOf(String id) {
        return sessions.of(ACME, id, PageRequest.first()).items();
    }

    @Test
    void storesASeriesWithItsSessionsInOrder() {
        Versioned<Series> series = created(command("create", "r1"));

        assertThat(series.value().stage()).isEqualTo(new Stage.Planned());
        assertThat(sessionsOf(series.id()))
                .extracting(session -> session.value().item().key())
                .containsExactly("week-1", "week-2", "week-3", "week-4");
        assertThat(sessionsOf(series.id()))
                .extracting(session -> session.value().startTime())
                .isSorted();
    }

    @Test
    void showsNothingOfASeriesWhoseSessionsAreNotAllStored() {
        sessions.failAfter(2);
        Command by = command("create", "r1");
        assertThatIllegalStateException().isThrownBy(() -> created(by));

        assertThat(allSeries.visible(Reach.everything(ACME), PageRequest.first()).items())
                .isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> allSeries.getVisible(Reach.everything(ACME), Ids.forCommand(by)));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> publish.publish(command("publish"), Ids.forCommand(by), ""));
    }

    @Test
    void carriesOnWhenTheRequestIsRepeated() {
        sessions.failAfter(2);
        assertThatIllegalStateException().isThrownBy(() -> created(command("create", "r1")));
        sessions.failAfter(Integer.MAX_VALUE);

        Versioned<Series> series = created(command("create", "r1"));

        assertThat(sessionsOf(series.id())).hasSize(4);
        assertThat(created(command("create", "r1"))).isEqualTo(series);
        assertThat(sessions.events(ACME, Session.key(series.id(), "week-1"))).hasSize(1);
    }

    @Test
    void carriesOnByItselfAfterAMinute() {
        sessions.failAfter(3);
        assertThatIllegalStateException().isThrownBy(() -> created(command("create")));
        sessions.failAfter(Integer.MAX_VALUE);

        assertThat(finish.sweep()).isZero();
        clock.advance(Duration.ofSeconds(61));
        assertThat(finish.sweep()).isEqualTo(1);

        Versioned<Series> series =
                allSeries.visible(Reach.everything(ACME), PageRequest.first()).items().getFirst();
        assertThat(sessionsOf(series.id())).hasSize(4);
        assertThat(allSeries.events(ACME, series.id()))
                .extracting(DomainEvent::type)
                .containsExactly("SeriesDrafted", "SeriesPlanned");
        clock.advance(Duration.ofSeconds(61));
        assertThat(finish.sweep()).isZero();
    }

    @Test
    void saysWhatItCouldNotFinish() {
        sessions.failAfter(1);
        assertThatIllegalStateException().isThrownBy(() -> created(command("create")));
        clock.advance(Duration.ofSeconds(61));

        assertThat(finish.sweep()).isZero();

        assertThat(failures).singleElement().asString().endsWith(": connection lost");
    }

    @Test
    void deletesAPlannedSeriesWithItsSessionsEvenWhenInterrupted() {
        Versioned<Series> series = created(command("create"));
        sessions.failAfter(2);
        assertThatIllegalStateException()
                .isThrownBy(() -> discard.discard(command("delete"), series.id(), ""));
        sessions.failAfter(Integer.MAX_VALUE);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> allSeries.getVisible(Reach.everything(ACME), series.id()));
        clock.advance(Duration.ofSeconds(61));
        assertThat(finish.sweep()).isEqualTo(1);

        assertThat(allSeries.find(ACME, series.id())).isEmpty();
        assertThat(sessionsOf(series.id())).isEmpty();
    }

    @Test
    void publishesOnce() {
        Versioned<Series> series = created(command("create"));
        Command once = command("publish", "r2");
        Versioned<Series> published = publish.publish(once, series.id(), series.etag());

        assertThat(published.value().stage()).isEqualTo(new Stage.Published(once.at()));
        assertThat(publish.publish(once, series.id(), series.etag())).isEqualTo(published);
        assertThatExceptionOfType(SeriesPublishedException.class)
                .isThrownBy(() -> publish.publish(command("publish", "r3"), series.id(), ""));
        assertThatExceptionOfType(SeriesPublishedException.class)
                .isThrownBy(() -> discard.discard(command("delete"), series.id(), ""));
    }

    private Versioned<Series> created(Command by) {
        return create.create(by, Ownership.of(by.by()), Reach.everything(ACME), outline);
    }
}
