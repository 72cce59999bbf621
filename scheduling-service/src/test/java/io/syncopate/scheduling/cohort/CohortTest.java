package io.syncopate.scheduling.cohort;

import static io.syncopate.scheduling.cohort.CohortFixture.participant;
import static io.syncopate.testkit.kernel.Callers.ACME;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;
import io.syncopate.scheduling.cohort.CohortEvent.CohortCreated;
import io.syncopate.scheduling.rotation.Group;
import io.syncopate.scheduling.rotation.WorkingHours;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;

import org.junit.jupiter.api.Test;

import java.time.ZoneId;

class CohortTest {

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final InMemoryCohorts cohorts = new InMemoryCohorts(clock);
    private final InMemoryParticipants participants = new InMemoryParticipants(clock);
    private final EnrolParticipant enrol = new EnrolParticipant(cohorts, participants);
    private final DeleteCohort delete = new DeleteCohort(cohorts, participants);

    private Command command(String method) {
        return Callers.command(Callers.ann(), method, clock.instant());
    }

    private void create(String id) {
        cohorts.add(command("create"), id, new Cohort("Spring", ""), new CohortCreated());
    }

    @Test
    void collapsesPeopleToGroupsOfOneZoneAndTheSameHours() {
        create("c");
        enrol.enrol(command("enrol"), participant("c", "ann", "Europe/Paris"));
        enrol.enrol(command("enrol"), participant("c", "bob", "Europe/Paris"));
        enrol.enrol(command("enrol"), participant("c", "cho", "Asia/Seoul"));
        enrol.enrol(
                command("enrol"),
                new Participant(
                        "c",
                        new Uid("dan"),
                        ZoneId.of("Europe/Paris"),
                        WorkingHours.daily(600, 900)));

        assertThat(new GroupCohort(cohorts, participants).groups(Reach.everything(ACME), "c"))
                .extracting(Group::key, Group::headCount)
                .containsExactlyInAnyOrder(
                        tuple("asia-seoul", 1),
                        tuple("europe-paris", 2),
                        tuple("europe-paris-2", 1));
    }

    @Test
    void refusesToPlanForNobody() {
        create("c");
        assertThatExceptionOfType(CohortException.Empty.class)
                .isThrownBy(
                        () ->
                                new GroupCohort(cohorts, participants)
                                        .groups(Reach.everything(ACME), "c"))
                .withMessageContaining("'c' has no participants");
    }

    @Test
    void takesAPersonOnce() {
        create("c");
        enrol.enrol(command("enrol"), participant("c", "ann", "Europe/Paris"));

        assertThatExceptionOfType(CohortException.AlreadyParticipates.class)
                .isThrownBy(
                        () -> enrol.enrol(command("enrol"), participant("c", "ann", "Asia/Tokyo")));
    }

    @Test
    void givesTheSameAnswerToARepeatOfTheRequest() {
        create("c");
        Command once = Callers.command(Callers.ann(), "enrol", "r1", "body", clock.instant());
        Versioned<Participant> first = enrol.enrol(once, participant("c", "ann", "Asia/Tokyo"));

        assertThat(enrol.enrol(once, participant("c", "ann", "Asia/Tokyo"))).isEqualTo(first);
    }

    @Test
    void isDeletedOnlyWhenNobodyTakesPart() {
        create("c");
        enrol.enrol(command("enrol"), participant("c", "ann", "Europe/Paris"));

        assertThatExceptionOfType(CohortException.NotEmpty.class)
                .isThrownBy(() -> delete.delete(command("delete"), "c", ""));
        assertThat(cohorts.get(ACME, "c").value().closing()).isFalse();
    }

    @Test
    void letsNobodyInWhileItIsBeingDeleted() {
        create("c");
        Versioned<Cohort> open = cohorts.get(ACME, "c");
        cohorts.change(
                command("delete"), open, open.value().closed(), new CohortEvent.CohortClosed());

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(
                        () -> enrol.enrol(command("enrol"), participant("c", "ann", "Asia/Tokyo")));
        assertThat(participants.hasAny(ACME, "c")).isFalse();

        delete.delete(command("delete"), "c", "");
        assertThat(cohorts.find(ACME, "c")).isEmpty();
    }

    /** The deletion closes the cohort after the first look of the enrolment. */
    @Test
    void takesBackAnEnrolmentThatADeletionOvertook() {
        create("c");
        Runnable deletion =
                () -> {
                    Versioned<Cohort> open = cohorts.get(ACME, "c");
                    cohorts.change(
                            command("delete"),
                            open,
                            open.value().closed(),
                            new CohortEvent.CohortClosed());
                };
        participants.beforeAdd(deletion);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(
                        () -> enrol.enrol(command("enrol"), participant("c", "ann", "Asia/Tokyo")));
        assertThat(participants.hasAny(ACME, "c")).isFalse();
    }
}
