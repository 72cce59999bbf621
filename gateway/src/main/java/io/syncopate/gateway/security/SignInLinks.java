package io.syncopate.gateway.security;

import io.syncopate.gateway.keys.SecretHash;
import io.syncopate.gateway.people.Credentials;
import io.syncopate.gateway.people.NoteSignIn;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Uid;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** One-time codes that sign a browser in, and the sessions that come of them. Blocks. */
public final class SignInLinks implements Credentials {

    private static final String METHOD = "gateway.signIn";

    private final SignIns signIns;
    private final NoteSignIn noteSignIn;
    private final Duration codeLife;
    private final Duration sessionLife;
    private final Clock clock;

    public SignInLinks(
            SignIns signIns,
            NoteSignIn noteSignIn,
            Duration codeLife,
            Duration sessionLife,
            Clock clock) {
        this.signIns = signIns;
        this.noteSignIn = noteSignIn;
        this.codeLife = codeLife;
        this.sessionLife = sessionLife;
        this.clock = clock;
    }

    /** A path with a code that can be used once, for example {@code /sign-in?code=…}. */
    public String create(SignIns.Person person) {
        Instant now = clock.instant();
        signIns.forget(now);
        String code = Opaque.text();
        signIns.addCode(SecretHash.of(code), person, now.plus(codeLife));
        return "/sign-in?code=" + code;
    }

    /**
     * @return the secret of the new session; empty when the code is unknown, used or expired
     */
    Optional<String> signIn(String code) {
        Instant now = clock.instant();
        return signIns.redeem(SecretHash.of(code), now)
                .map(
                        person -> {
                            noteSignIn.note(by(person, now));
                            String session = Opaque.text();
                            signIns.addSession(
                                    SecretHash.of(session), person, now.plus(sessionLife));
                            return session;
                        });
    }

    private static Command by(SignIns.Person person, Instant now) {
        var caller =
                new Caller(person.tenant(), person.uid(), Set.of(), Set.of(), Optional.empty());
        return new Command(caller, METHOD, Optional.empty(), "", now);
    }

    void signOut(String session) {
        signIns.endSession(SecretHash.of(session));
    }

    Duration sessionLife() {
        return sessionLife;
    }

    @Override
    public void revokeAll(Command by, Uid person) {
        signIns.endAll(new SignIns.Person(by.tenant(), person));
    }
}
