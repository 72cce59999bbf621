package io.syncopate.gateway.people;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.StaleEtagException;

import java.time.Instant;
import java.util.Optional;

/** Has it in a person's history that they signed in. */
public final class NoteSignIn {

    private static final int ATTEMPTS = 5;

    private final People people;

    public NoteSignIn(People people) {
        this.people = people;
    }

    /**
     * Before the session opens: what is not noted did not happen. Nothing is noted of somebody who is
     * not entered, or was entered anew since.
     *
     * @param by the person
     * @param entered when the person was for whom this is; empty when that is not known
     * @return when the person was; empty when nothing was noted
     */
    public Optional<Instant> note(Command by, Optional<Instant> entered) {
        for (int attempt = 1; ; attempt++) {
            var before =
                    people.find(by.tenant(), by.by().uid().value())
                            .filter(found -> entered.map(found.createTime()::equals).orElse(true));
            if (before.isEmpty()) {
                return Optional.empty();
            }
            try {
                people.change(
                        by, before.get(), before.get().value(), new PersonEvent.PersonSignedIn());
                return Optional.of(before.get().createTime());
            } catch (StaleEtagException e) {
                // somebody changed the person meanwhile; that says nothing about signing in
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
