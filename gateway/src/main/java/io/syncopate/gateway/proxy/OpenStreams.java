package io.syncopate.gateway.proxy;

import io.syncopate.gateway.problem.Problem;
import io.syncopate.gateway.problem.ProblemException;
import io.syncopate.gateway.web.Callers;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;
import io.syncopate.starter.call.AccessRule;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The streams that are open, so many for each caller and no more in all. When the gateway stops it
 * ends them first: the web server would wait for them in vain.
 */
public final class OpenStreams implements SmartLifecycle {

    /** What a client gets to read its last words in. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final StreamSettings settings;
    private final Map<Holder, Integer> open = new HashMap<>();
    private final Sinks.Empty<Void> stopping = Sinks.empty();
    private int all;
    private volatile boolean running;

    private record Holder(TenantId tenant, Uid uid) {}

    public OpenStreams(StreamSettings settings) {
        this.settings = settings;
    }

    /** Counts it while it goes on; fails at once where one more is too many. */
    public <T> Mono<T> counted(Caller caller, Mono<T> stream) {
        var holder = new Holder(caller.tenant(), caller.uid());
        return Mono.using(() -> take(holder), _ -> stream, this::release);
    }

    private synchronized Holder take(Holder holder) {
        int own = open.getOrDefault(holder, 0);
        if (own >= settings.mostPerCaller()) {
            throw tooMany(
                    "The caller has "
                            + own
                            + " open streams: expected at most that many, so end"
                            + " one first.");
        }
        if (all >= settings.most()) {
            throw tooMany("All " + all + " streams that may be open at a time are taken.");
        }
        open.put(holder, own + 1);
        all++;
        return holder;
    }

    private ProblemException tooMany(String detail) {
        return new ProblemException(
                Problem.of(429, "LIMIT_REACHED", detail)
                        .retryAfter(settings.retryAfter().multipliedBy(5)));
    }

    private synchronized void release(Holder holder) {
        open.computeIfPresent(holder, (_, own) -> own == 1 ? null : own - 1);
        all--;
    }

    /** How many are open, of all callers. */
    public synchronized int count() {
        return all;
    }

    /**
     * Fails with a problem when a stream has to end before the backend ends it: its longest life is
     * over, the gateway stops, or the caller may no longer. Else it never completes.
     */
    public <T> Mono<T> interruption(ServerWebExchange exchange, AccessRule access) {
        return interruption(Callers.again(exchange), access);
    }

    /**
     * @param again asks whom the credential stands for by now
     */
    public <T> Mono<T> interruption(Mono<Caller> again, AccessRule access) {
        return Mono.firstWithSignal(
                Mono.delay(settings.longestLife())
                        .then(
                                ended(
                                        "The stream's longest life is over: go on with a new"
                                                + " request.")),
                stopping.asMono().then(ended("This gateway stops: go on with a new request.")),
                CallAuthority.lost(again, access));
    }

    /** Fails a little after the interruption: for clients that read nothing, not even that. */
    public <T> Mono<T> cutOff() {
        return Mono.firstWithSignal(Mono.delay(settings.longestLife()).then(), stopping.asMono())
                .then(Mono.delay(LAST_WORDS))
                .then(ended("The client did not read the end of the stream."));
    }

    private <T> Mono<T> ended(String detail) {
        return Mono.error(
                () ->
                        new ProblemException(
                                Problem.of(503, "STREAM_ENDED", detail)
                                        .retryAfter(settings.retryAfter())));
    }

    /** The gateway's own end of it, which says nothing of the method called. */
    static boolean isOrdinary(Problem problem) {
        return problem.reason().equals("STREAM_ENDED");
    }

    /** As a deadline for the backend, which need not work on for nobody. */
    public Duration longest() {
        return settings.longestLife().plus(LAST_WORDS);
    }

    @Override
    public void start() {
        running = true;
    }

    /** All of them, with the words that the gateway stops. */
    public void end() {
        stopping.tryEmitEmpty();
    }

    @Override
    public void stop() {
        end();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
    }
}
