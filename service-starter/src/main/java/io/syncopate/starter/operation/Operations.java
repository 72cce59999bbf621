package io.syncopate.starter.operation;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;

import io.grpc.Context;
import io.grpc.Deadline;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.Ids;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Scope;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;
import io.syncopate.proto.api.v1.CancelOperationRequest;
import io.syncopate.proto.api.v1.DeleteOperationRequest;
import io.syncopate.proto.api.v1.GetOperationRequest;
import io.syncopate.proto.api.v1.ListOperationsRequest;
import io.syncopate.proto.api.v1.ListOperationsResponse;
import io.syncopate.proto.api.v1.Operation;
import io.syncopate.proto.api.v1.WaitOperationRequest;
import io.syncopate.starter.ServiceName;
import io.syncopate.starter.call.CallContext;
import io.syncopate.starter.cpu.CpuPool;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What a service does with its operations. The methods other than {@link #start} are the bodies of
 * the RPCs that its contract declares; each sees what the caller's scope reaches, and nothing else.
 */
public final class Operations {

    private static final long LOOK_AGAIN_MILLIS = 200;
    private static final long TO_ANSWER_NANOS = 1_000_000_000;

    private final MongoOperations operations;
    private final OperationRunner runner;
    private final Set<String> kinds;
    private final String prefix;

    Operations(
            MongoOperations operations,
            OperationRunner runner,
            Set<String> kinds,
            ServiceName service) {
        this.operations = operations;
        this.runner = runner;
        this.kinds = Set.copyOf(kinds);
        this.prefix = service + "/operations/";
    }

    /**
     * @throws IllegalStateException when two kinds have the same name
     */
    public static Operations of(
            MongoOperations operations,
            List<OperationKind> kinds,
            CpuPool pool,
            OperationSettings settings,
            ServiceName service,
            Clock clock) {
        Map<String, OperationKind> byName =
                kinds.stream().collect(Collectors.toMap(OperationKind::name, kind -> kind));
        OperationWorker worker =
                new OperationWorker(
                        operations, byName, pool, settings, service, Ids.random(), clock);
        return new Operations(
                operations, new OperationRunner(worker, settings), byName.keySet(), service);
    }

    public OperationRunner runner() {
        return runner;
    }

    /**
     * Starts work; the same command again gives the same operation.
     *
     * @param kind the name of an {@link OperationKind}
     */
    public Operation start(Command command, String kind, Message input) {
        if (!kinds.contains(kind)) {
            throw new IllegalArgumentException(
                    "no operation kind '%s': expected one of %s".formatted(kind, kinds));
        }
        Caller by = command.by();
        OperationState state =
                new OperationState(
                        kind,
                        Any.pack(input),
                        by.uid(),
                        by.teams(),
                        false,
                        OperationState.Work.waiting(),
                        Optional.empty());
        Versioned<OperationState> started =
                operations.add(
                        command,
                        Ids.forCommand(command),
                        state,
                        new OperationEvent.OperationStarted());
        runner.wakeUp();
        return message(started);
    }

    public Operation get(GetOperationRequest request) {
        return message(visible(request.getName()));
    }

    public ListOperationsResponse list(ListOperationsRequest request) {
        Caller caller = CallContext.caller();
        Page<Versioned<OperationState>> page =
                operations.visible(
                        caller.tenant(),
                        switch (CallContext.scope()) {
                            case OWN, TEAM -> Optional.of(caller.uid());
                            case TENANT -> Optional.<Uid>empty();
                        },
                        CallContext.scope() == Scope.TEAM ? caller.teams() : Set.of(),
                        new PageRequest(request.getPageSize(), request.getPageToken()));
        return ListOperationsResponse.newBuilder()
                .addAllOperations(page.items().stream().map(this::message).toList())
                .setNextPageToken(page.nextToken())
                .build();
    }

    /** Asks the work to stop; it may take a while, or end in another way. One that ended stays. */
    public Operation cancel(CancelOperationRequest request) {
        Versioned<OperationState> before = visible(request.getName());
        if (before.value().ended() || before.value().cancelling()) {
            return message(before);
        }
        return message(
                operations.change(
                        CallContext.command(),
                        before,
                        before.value().cancelRequested(),
                        new OperationEvent.OperationCancelRequested()));
    }

    /**
     * @throws OperationException while it runs
     */
    public void delete(DeleteOperationRequest request) {
        Versioned<OperationState> before = visible(request.getName());
        Etags.check(request.getEtag(), before);
        if (!before.value().ended()) {
            throw OperationException.stillRunning(request.getName());
        }
        operations.remove(CallContext.command(), before, new OperationEvent.OperationDeleted());
    }

    /**
     * Answers when it has ended, or when the time is over, with what there is then. A call that has
     * less time than it wants to wait is answered within it.
     */
    public Operation await(WaitOperationRequest request) {
        long wanted =
                request.getTimeout().getSeconds() * 1_000_000_000L
                        + request.getTimeout().getNanos();
        Deadline deadline = Context.current().getDeadline();
        long end =
                System.nanoTime()
                        + (deadline == null
                                ? wanted
                                : Math.min(
                                        wanted,
                                        deadline.timeRemaining(TimeUnit.NANOSECONDS)
                                                - TO_ANSWER_NANOS));
        Versioned<OperationState> found = visible(request.getName());
        while (!found.value().ended()
                && System.nanoTime() < end
                && !Context.current().isCancelled()) {
            try {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            found = visible(request.getName());
        }
        return message(found);
    }

    private Versioned<OperationState> visible(String name) {
        if (!name.startsWith(prefix)) {
            throw new InvalidException("name", name, prefix + "<id>");
        }
        Caller caller = CallContext.caller();
        return operations
                .find(caller.tenant(), name.substring(prefix.length()))
                .filter(found -> reaches(CallContext.scope(), caller, found.value()))
                .orElseThrow(() -> new NotFoundException("operation", name));
    }

    private static boolean reaches(Scope scope, Caller caller, OperationState operation) {
        boolean own = operation.by().equals(caller.uid());
        return switch (scope) {
            case OWN -> own;
            case TEAM -> own || operation.teams().stream().anyMatch(caller.teams()::contains);
            case TENANT -> true;
        };
    }

    private Operation message(Versioned<OperationState> operation) {
        OperationState state = operation.value();
        OperationState.Work work = state.work();
        Operation.Builder told =
                Operation.newBuilder()
                        .setName(prefix + operation.id())
                        .setKind(state.kind())
                        .setEtag(operation.etag())
                        .setDone(state.ended())
                        .setProgress(
                                Operation.Progress.newBuilder()
                                        .setDoneUnits(work.done())
                                        .setFailedUnits(work.failed())
                                        .setTotalUnits(work.total())
                                        .setUnit(work.unit()))
                        .setCreateTime(timestamp(operation.createTime()));
        state.outcome()
                .ifPresent(
                        outcome -> {
                            told.setEndTime(timestamp(outcome.endTime()))
                                    .setExpireTime(timestamp(outcome.expireTime()));
                            switch (outcome) {
                                case OperationState.Outcome.Succeeded succeeded ->
                                        told.setResponse(succeeded.response());
                                case OperationState.Outcome.Failed failed ->
                                        told.setError(failed.error());
                            }
                        });
        return told.build();
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
