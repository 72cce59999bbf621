package io.syncopate.gateway.people;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.StaleEtagException;

/** Has it in a person's history that they signed in. */
public final class NoteSignIn {

    private static final int ATTEMPTS = 5;

    private final People people;

    public NoteSignIn(People people) {
        this.people = people;
    }

    /**
     * Before the session opens: what is not noted did not happen. Nothing is noted of somebody who is
     * not entered; no session opens anything for them.
     *
     * @param by the person
     */
    public void note(Command by) {
        for (int attempt = 1; ; attempt++) {
            var before = people.find(by.tenant(), by.by().uid().value());
            if (before.isEmpty()) {
                return;
            }
            try {
                people.change(
                        by, before.get(), before.get().value(), new PersonEvent.PersonSignedIn());
                return;
            } catch (StaleEtagException e) {
                // somebody changed the person meanwhile; that says nothing about signing in
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
