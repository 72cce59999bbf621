package io.syncopate.gateway.security;

import io.syncopate.gateway.keys.SecretHash;
import io.syncopate.gateway.people.Credentials;
import io.syncopate.gateway.people.NoteSignIn;
import io.syncopate.gateway.people.People;
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
    private final People people;
    private final NoteSignIn noteSignIn;
    private final Duration codeLife;
    private final Duration sessionLife;
    private final Clock clock;

    public SignInLinks(
            SignIns signIns, People people, Duration codeLife, Duration sessionLife, Clock clock) {
        this.signIns = signIns;
        this.people = people;
        this.noteSignIn = new NoteSignIn(people);
        this.codeLife = codeLife;
        this.sessionLife = sessionLife;
        this.clock = clock;
    }

    /**
     * A path with a code that can be used once, for example {@code /sign-in?code=…}.
     *
     * @throws io.syncopate.kernel.NotFoundException there is no such person
     */
    public String create(SignIns.Person person) {
        Instant now = clock.instant();
        signIns.forget(now);
        String code = Opaque.text();
        Instant entered = people.get(person.tenant(), person.uid().value()).createTime();
        signIns.addCode(
                SecretHash.of(code),
                new SignIns.Holder(person, Optional.of(entered)),
                now.plus(codeLife));
        return "/sign-in?code=" + code;
    }

    /**
     * @return the secret of the new session; empty when the code is unknown, used or expired, or the
     *     person was erased since
     */
    Optional<String> signIn(String code) {
        Instant now = clock.instant();
        return signIns.redeem(SecretHash.of(code), now).flatMap(holder -> opened(holder, now));
    }

    private Optional<String> opened(SignIns.Holder holder, Instant now) {
        return noteSignIn
                .note(by(holder.person(), now), holder.entered())
                .map(
                        entered -> {
                            String session = Opaque.text();
                            signIns.addSession(
                                    SecretHash.of(session),
                                    new SignIns.Holder(holder.person(), Optional.of(entered)),
                                    now.plus(sessionLife));
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
