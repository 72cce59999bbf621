package io.syncopate.scheduling.cohort;

import io.syncopate.kernel.AlreadyExistsException;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Versioned;
import io.syncopate.scheduling.cohort.ParticipantEvent.ParticipantJoined;
import io.syncopate.scheduling.cohort.ParticipantEvent.ParticipantLeft;

/** Takes a person into a cohort. */
public final class EnrolParticipant {

    private final Cohorts cohorts;
    private final Participants participants;

    public EnrolParticipant(Cohorts cohorts, Participants participants) {
        this.cohorts = cohorts;
        this.participants = participants;
    }

    /**
     * @throws CohortException.AlreadyParticipates when the person is in the cohort
     * @throws NotFoundException when there is no such cohort, or it is being deleted
     */
    public Versioned<Participant> enrol(Command by, Participant participant) {
        requireOpen(by, participant.cohort());
        String key = Participant.key(participant.cohort(), participant.idIn(by.tenant()));
        Versioned<Participant> added = add(by, key, participant);
        try {
            // A deletion closes the cohort before it counts: one of the two sees the other.
            requireOpen(by, participant.cohort());
        } catch (NotFoundException e) {
            participants.remove(undo(by, key), added, new ParticipantLeft());
            throw e;
        }
        return added;
    }

    private Versioned<Participant> add(Command by, String key, Participant participant) {
        try {
            return participants.add(by, key, participant, new ParticipantJoined());
        } catch (AlreadyExistsException e) {
            var refusal = new CohortException.AlreadyParticipates(participant);
            refusal.addSuppressed(e);
            throw refusal;
        }
    }

    private void requireOpen(Command by, String cohort) {
        if (cohorts.get(by.reach(), cohort).value().closing()) {
            throw new NotFoundException("cohort", "cohorts/" + cohort);
        }
    }

    private static Command undo(Command by, String key) {
        return Command.internal(
                by.by(), "syncopate.scheduling.UndoEnrolment", key + "@" + by.at(), by.at());
    }
}
