package io.syncopate.gateway.security;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import java.time.Duration;
import java.util.concurrent.Executor;

/** Signing in and out without blocking the event loop. */
public final class BrowserSessions {

    private final SignInLinks links;
    private final Admission admission;
    private final Scheduler database;

    /**
     * @param database where calls that block are made
     */
    public BrowserSessions(SignInLinks links, Admission admission, Executor database) {
        this.links = links;
        this.admission = admission;
        this.database = Schedulers.fromExecutor(database);
    }

    /** The secret of the new session; empty when the code opens nothing. */
    public Mono<String> signIn(String code) {
        return Mono.fromCallable(() -> links.signIn(code))
                .subscribeOn(database)
                .flatMap(Mono::justOrEmpty);
    }

    public Mono<Void> signOut(String session) {
        return Mono.<Void>fromRunnable(
                        () -> {
                            links.signOut(session);
                            admission.forget(session);
                        })
                .subscribeOn(database);
    }

    public Duration life() {
        return links.sessionLife();
    }
}
