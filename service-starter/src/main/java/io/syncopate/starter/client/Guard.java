package io.syncopate.starter.client;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What protects a backend from its callers and its callers from it: one per backend. */
final class Guard {

    private static final IntervalFunction BACKOFF =
            IntervalFunction.ofExponentialRandomBackoff(50, 2, 0.5, 1_000);

    private final String name;
    private final BackendSettings settings;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final RetryBudget budget = new RetryBudget();

    Guard(String name, BackendSettings settings, CircuitBreaker breaker, Bulkhead bulkhead) {
        this.name = name;
        this.settings = settings;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
    }

    /** Failures of the backend, not answers that it chose to give. */
    static boolean isOutage(Throwable thrown) {
        return thrown instanceof StatusRuntimeException failed
                && switch (failed.getStatus().getCode()) {
                    case UNAVAILABLE, DEADLINE_EXCEEDED, INTERNAL, UNKNOWN -> true;
                    default -> false;
                };
    }

    Duration longest() {
        return settings.deadline();
    }

    Deadline deadline() {
        return Deadline.after(settings.deadline().toNanos(), TimeUnit.NANOSECONDS);
    }

    <R> R once(Supplier<R> call) {
        return told(() -> bulkhead.executeSupplier(() -> breaker.executeSupplier(call)));
    }

    <R> R repeatedly(Deadline deadline, Supplier<R> call) {
        Retry retry =
                Retry.of(
                        name,
                        RetryConfig.custom()
                                .maxAttempts(settings.attempts())
                                .intervalFunction(BACKOFF)
                                .retryOnException(
                                        thrown -> isRetried(thrown) && !deadline.isExpired())
                                .build());
        R result =
                told(
                        () ->
                                bulkhead.executeSupplier(
                                        () ->
                                                retry.executeSupplier(
                                                        () -> breaker.executeSupplier(call))));
        budget.succeeded();
        return result;
    }

    private boolean isRetried(Throwable thrown) {
        return thrown instanceof StatusRuntimeException failed
                && failed.getStatus().getCode() == Status.Code.UNAVAILABLE
                && budget.failed();
    }

    private <R> R told(Supplier<R> call) {
        try {
            return call.get();
        } catch (BulkheadFullException e) {
            throw new BackendBusyException(name, settings.maxConcurrent());
        } catch (CallNotPermittedException e) {
            throw new BackendUnavailableException(name, "was away lately and is not asked now");
        } catch (StatusRuntimeException e) {
            throw switch (e.getStatus().getCode()) {
                case UNAVAILABLE -> unavailable("is away", e);
                case DEADLINE_EXCEEDED -> unavailable("did not answer in time", e);
                case RESOURCE_EXHAUSTED ->
                        OversizedAnswer.is(e.getStatus(), e.getTrailers()) ? oversized(e) : e;
                default -> e;
            };
        }
    }

    /** A fault: whoever asked for it again would get it again. */
    private StatusRuntimeException oversized(StatusRuntimeException e) {
        return Status.INTERNAL
                .withDescription(
                        "an answer of %s is larger than syncopate.backends.%s.message-limit, %s: %s"
                                .formatted(
                                        name,
                                        name,
                                        settings.messageLimit(),
                                        e.getStatus().getDescription()))
                .withCause(e)
                .asRuntimeException();
    }

    private BackendUnavailableException unavailable(String problem, StatusRuntimeException e) {
        BackendUnavailableException refusal = new BackendUnavailableException(name, problem);
        refusal.addSuppressed(e);
        return refusal;
    }
}
