package io.syncopate.starter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import io.syncopate.kernel.RefusedException.Kind;
import io.syncopate.proto.echo.v1.EchoRequest;
import io.syncopate.proto.echo.v1.EchoResponse;
import io.syncopate.proto.echo.v1.EchoServiceGrpc;
import io.syncopate.proto.echo.v1.EchoServiceGrpc.EchoServiceBlockingStub;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

class BackendsTest {

    private static final EchoRequest HELLO = EchoRequest.newBuilder().setText("hello").build();

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicReference<Metadata> received = new AtomicReference<>(new Metadata());
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private volatile IntFunction<Status> outcome = call -> Status.OK;
    private final Server server;
    private final Backends backends;
    private final Backend<EchoServiceBlockingStub> echo;

    BackendsTest() throws IOException {
        String name = InProcessServerBuilder.generateName();
        server =
                InProcessServerBuilder.forName(name)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .intercept(new Recording())
                        .addService(new Echo())
                        .build()
                        .start();
        backends =
                new Backends(
                        Map.of(
                                "echo",
                                new BackendSettings(
                                        "in-process:" + name,
                                        Duration.ofMillis(1500),
                                        1,
                                        3,
                                        BackendSettings.MESSAGE_LIMIT)),
                        audience -> "token-for-" + audience,
                        List.of());
        echo = backends.backend("echo", EchoServiceGrpc::newBlockingStub);
    }

    @AfterEach
    void close() {
        release.countDown();
        backends.close();
        server.shutdownNow();
    }

    @Test
    void sendsTheTokenForTheBackend() {
        assertThat(echo.once(stub -> stub.getEcho(HELLO)).getText()).isEqualTo("hello");
        assertThat(
                        received.get()
                                .get(
                                        Metadata.Key.of(
                                                "authorization", Metadata.ASCII_STRING_MARSHALLER)))
                .isEqualTo("Bearer token-for-echo");
    }

    @Test
    void repeatsWhatIsIdempotentWhileTheBackendIsAway() {
        outcome = call -> call < 3 ? Status.UNAVAILABLE : Status.OK;
        assertThat(echo.idempotent(stub -> stub.getEcho(HELLO)).getText()).isEqualTo("hello");
        assertThat(calls).hasValue(3);
    }

    @Test
    void neverRepeatsWhatIsNot() {
        outcome = call -> Status.UNAVAILABLE;
        assertThatExceptionOfType(BackendUnavailableException.class)
                .isThrownBy(() -> echo.once(stub -> stub.createEcho(HELLO)))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE))
                .satisfies(e -> assertThat(e.metadata()).containsEntry("backend", "echo"));
        assertThat(calls).hasValue(1);
    }

    @Test
    void doesNotRepeatAnAnswerThatWasChosen() {
        outcome = call -> Status.NOT_FOUND.withDescription("no such echo");
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> echo.idempotent(stub -> stub.getEcho(HELLO)))
                .withMessageContaining("no such echo");
        assertThat(calls).hasValue(1);
    }

    @Test
    void stopsRepeatingWhenTheBudgetIsSpent() {
        outcome = call -> Status.UNAVAILABLE;
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(BackendUnavailableException.class)
                    .isThrownBy(() -> echo.idempotent(stub -> stub.getEcho(HELLO)));
        }
        assertThat(calls).as("3 + 2 + 1 attempts").hasValueLessThan(9);
    }

    @Test
    void doesNotAskABackendThatWasAwayLately() {
        outcome = call -> Status.UNAVAILABLE;
        for (int i = 0; i < 10; i++) {
            assertThatExceptionOfType(BackendUnavailableException.class)
                    .isThrownBy(() -> echo.once(stub -> stub.getEcho(HELLO)));
        }
        int asked = calls.get();
        assertThatExceptionOfType(BackendUnavailableException.class)
                .isThrownBy(() -> echo.once(stub -> stub.getEcho(HELLO)))
                .withMessageContaining("not asked now");
        assertThat(calls).hasValue(asked);
    }

    @Test
    void answersThatWereChosenAreNoOutage() {
        outcome = call -> Status.NOT_FOUND;
        for (int i = 0; i < 15; i++) {
            assertThatExceptionOfType(StatusRuntimeException.class)
                    .isThrownBy(() -> echo.once(stub -> stub.getEcho(HELLO)));
        }
        assertThat(calls).hasValue(15);
    }

    @Test
    void givesUpAtTheDeadline() {
        outcome = this::blocked;
        assertThatExceptionOfType(BackendUnavailableException.class)
                .isThrownBy(() -> echo.idempotent(stub -> stub.getEcho(HELLO)))
                .withMessageContaining("in time");
        assertThat(calls).hasValue(1);
    }

    @Test
    void refusesACallBeyondItsShare() throws Exception {
        outcome = this::blocked;
        Thread first = Thread.ofVirtual().start(() -> echo.once(stub -> stub.getEcho(HELLO)));
        assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();
        assertThatExceptionOfType(BackendBusyException.class)
                .isThrownBy(() -> echo.once(stub -> stub.getEcho(HELLO)))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.RESOURCE_EXHAUSTED));
        release.countDown();
        first.join();
    }

    @Test
    void saysWhichAddressIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> backends.backend("asset", EchoServiceGrpc::newBlockingStub))
                .withMessageContaining("syncopate.backends.asset.address");
    }

    private Status blocked(int call) {
        entered.countDown();
        try {
            release.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Status.OK;
    }

    private final class Echo extends EchoServiceGrpc.EchoServiceImplBase {
        @Override
        public void getEcho(EchoRequest request, StreamObserver<EchoResponse> answers) {
            Status status = outcome.apply(calls.incrementAndGet());
            if (status.isOk()) {
                answers.onNext(EchoResponse.newBuilder().setText(request.getText()).build());
                answers.onCompleted();
            } else {
                answers.onError(status.asRuntimeException());
            }
        }

        @Override
        public void createEcho(EchoRequest request, StreamObserver<EchoResponse> answers) {
            getEcho(request, answers);
        }
    }

    private final class Recording implements ServerInterceptor {
        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
            received.set(headers);
            return next.startCall(call, headers);
        }
    }
}
