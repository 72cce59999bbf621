package io.syncopate.starter.operation;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.rpc.Code;
import com.google.rpc.Status;

import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.RefusedException;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;
import io.syncopate.starter.ServiceName;
import io.syncopate.starter.background.Lifeline;
import io.syncopate.starter.call.CallContext;
import io.syncopate.starter.cpu.CpuPool;
import io.syncopate.starter.error.GrpcErrors;
import io.syncopate.starter.error.Transience;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Runs operations in this process: takes what waits, works on it, and writes how it ended. */
final class OperationWorker {

    private static final Logger log = LoggerFactory.getLogger(OperationWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final MongoOperations operations;
    private final Map<String, OperationKind> kinds;
    private final CpuPool pool;
    private final OperationSettings settings;
    private final ServiceName service;
    private final String owner;
    private final Clock clock;
    private final Set<OperationRun> running = ConcurrentHashMap.newKeySet();

    OperationWorker(
            MongoOperations operations,
            Map<String, OperationKind> kinds,
            CpuPool pool,
            OperationSettings settings,
            ServiceName service,
            String owner,
            Clock clock) {
        this.operations = operations;
        this.kinds = Map.copyOf(kinds);
        this.pool = pool;
        this.settings = settings;
        this.service = service;
        this.owner = owner;
        this.clock = clock;
    }

    /** Takes one that waits; empty when there is none. */
    Optional<OperationRun> take() {
        for (Located waiting : operations.toRun(kinds.keySet(), 20)) {
            if (runsHere(waiting)) {
                continue;
            }
            Optional<OperationRun> taken = takenUnlessUnreadable(waiting);
            if (taken.isPresent()) {
                return taken;
            }
        }
        return Optional.empty();
    }

    /** A jump of the clock ends the lease of a run that is well; its next beat renews it. */
    private boolean runsHere(Located waiting) {
        return running.stream()
                .anyMatch(
                        run ->
                                run.tenant().equals(waiting.tenant())
                                        && run.id().equals(waiting.id()));
    }

    /** One that cannot be read keeps no other from being run; its lease keeps it away for a while. */
    private Optional<OperationRun> takenUnlessUnreadable(Located waiting) {
        try {
            return take(waiting);
        } catch (RuntimeException e) {
            log.warn("operation {} of {} cannot be taken", waiting.id(), waiting.tenant(), e);
            return Optional.empty();
        }
    }

    private Optional<OperationRun> take(Located waiting) {
        String id = waiting.id();
        Instant until = clock.instant().plus(settings.leaseLife());
        return operations
                .take(waiting.tenant(), id, owner, until)
                .map(
                        state ->
                                new OperationRun(
                                        operations,
                                        inNameOf(waiting.tenant(), state.by()),
                                        id,
                                        state,
                                        settings.leaseLife(),
                                        clock));
    }

    /** Works until it has ended, was given back, or was lost. */
    void work(OperationRun run) {
        OperationState state = operations.get(run.tenant(), run.id()).value();
        if (state.work().attempts() > settings.maxAttempts()) {
            end(
                    run,
                    failure(
                            Code.ABORTED,
                            "given up after %d runs that did not end"
                                    .formatted(settings.maxAttempts())));
            return;
        }
        running.add(run);
        try {
            Message response = CallContext.callAs(run.caller(), () -> response(run, state.kind()));
            end(run, succeeded(response));
        } catch (OperationCancelledException e) {
            if (run.isLost()) {
                giveBack(run, Duration.ZERO);
            } else {
                end(run, failure(Code.CANCELLED, "cancelled"));
            }
        } catch (RuntimeException | Error e) {
            Lifeline.requireSurvivable(e);
            if (run.isLost()) {
                log.info("{} stops here, to go on elsewhere", run.name(), e);
                giveBack(run, Duration.ZERO);
            } else {
                failed(run, e);
            }
        } finally {
            running.remove(run);
        }
    }

    /** Keeps the leases of what runs. */
    void beat() {
        for (OperationRun run : running) {
            try {
                run.beat();
            } catch (RuntimeException | Error e) {
                Lifeline.requireSurvivable(e);
                log.warn("{} could not tell that it lives; trying again", run.name(), e);
            }
        }
    }

    /** Lets what runs go on elsewhere. */
    void abandonAll() {
        running.forEach(OperationRun::abandon);
    }

    void forgetExpired() {
        for (Located expired : operations.expired()) {
            Caller self =
                    new Caller(
                            expired.tenant(),
                            Uid.ofService(service.value()),
                            Set.of(),
                            Set.of(),
                            Optional.empty());
            try {
                operations.remove(
                        Command.internal(self, "operations/expire", expired.id(), clock.instant()),
                        operations.get(expired.tenant(), expired.id()),
                        new OperationEvent.OperationDeleted());
            } catch (RefusedException e) {
                log.debug("{} was forgotten by another replica", expired.id(), e);
            } catch (RuntimeException e) {
                log.warn("operation {} of {} stays", expired.id(), expired.tenant(), e);
            }
        }
    }

    private Message response(OperationRun run, String kind) {
        OperationKind work = kinds.get(kind);
        if (work == null) {
            throw new IllegalStateException("no work of kind " + kind);
        }
        run.throwIfCancelled();
        return work.computes() ? pool.run(() -> work.run(run)) : work.run(run);
    }

    private void failed(OperationRun run, Throwable problem) {
        if (Transience.passes(problem)) {
            log.warn("{} does not go on at the moment; it begins again", run.name(), problem);
            giveBack(run, PAUSE);
            return;
        }
        StatusRuntimeException told =
                GrpcErrors.toStatus(
                        problem, "syncopate." + service + ".v1.Operation/" + run.name());
        Status error = StatusProto.fromStatusAndTrailers(told.getStatus(), told.getTrailers());
        end(run, until -> new OperationState.Outcome.Failed(error, clock.instant(), until));
    }

    /** A cancel that comes between reading and writing makes it read again; a lost lease ends it. */
    private void end(OperationRun run, Function<Instant, OperationState.Outcome> how) {
        OperationState.Outcome outcome = how.apply(clock.instant().plus(settings.kept()));
        OperationEvent event =
                switch (outcome) {
                    case OperationState.Outcome.Succeeded succeeded ->
                            new OperationEvent.OperationSucceeded();
                    case OperationState.Outcome.Failed failed ->
                            new OperationEvent.OperationFailed();
                };
        long fence = run.work().fence();
        while (true) {
            Versioned<OperationState> before = operations.get(run.tenant(), run.id());
            if (before.value().ended() || before.value().work().fence() != fence) {
                log.info("{} was taken over; what came of this run is dropped", run.name());
                return;
            }
            try {
                operations.end(
                        run.command("end"), before, fence, before.value().ended(outcome), event);
                return;
            } catch (StaleEtagException e) {
                log.debug("{} changed meanwhile", run.name(), e);
            }
        }
    }

    private Function<Instant, OperationState.Outcome> succeeded(Message response) {
        return until ->
                new OperationState.Outcome.Succeeded(Any.pack(response), clock.instant(), until);
    }

    private Function<Instant, OperationState.Outcome> failure(Code code, String message) {
        Status error = Status.newBuilder().setCode(code.getNumber()).setMessage(message).build();
        return until -> new OperationState.Outcome.Failed(error, clock.instant(), until);
    }

    private Caller inNameOf(TenantId tenant, Uid asked) {
        return new Caller(tenant, asked, Set.of(), Set.of(), Optional.of(service.value()));
    }

    private void giveBack(OperationRun run, Duration pause) {
        operations.release(run.tenant(), run.id(), run.work().fence(), clock.instant().plus(pause));
    }
}
