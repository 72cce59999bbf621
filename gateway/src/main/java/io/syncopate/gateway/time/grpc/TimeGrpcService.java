package io.syncopate.gateway.time.grpc;

import com.google.protobuf.Duration;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;

import io.grpc.stub.StreamObserver;
import io.syncopate.gateway.time.AdvanceTime;
import io.syncopate.gateway.time.PlatformTime;
import io.syncopate.proto.gateway.v1.AdvanceTimeRequest;
import io.syncopate.proto.gateway.v1.GetTimeRequest;
import io.syncopate.proto.gateway.v1.TimeServiceGrpc;
import io.syncopate.starter.call.CallContext;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.stereotype.Component;

/** {@code syncopate.gateway.v1.TimeService}, where there is a time to move. */
@Component
@ConditionalOnBean(PlatformTime.class)
class TimeGrpcService extends TimeServiceGrpc.TimeServiceImplBase {

    private final PlatformTime time;
    private final AdvanceTime advanceTime;

    TimeGrpcService(PlatformTime time, AdvanceTime advanceTime) {
        this.time = time;
        this.advanceTime = advanceTime;
    }

    @Override
    public void getTime(
            GetTimeRequest request,
            StreamObserver<io.syncopate.proto.gateway.v1.PlatformTime> answer) {
        answer.onNext(told());
        answer.onCompleted();
    }

    @Override
    public void advanceTime(
            AdvanceTimeRequest request,
            StreamObserver<io.syncopate.proto.gateway.v1.PlatformTime> answer) {
        Duration by = request.getBy();
        advanceTime.advance(
                CallContext.command(),
                java.time.Duration.ofSeconds(by.getSeconds(), by.getNanos()));
        answer.onNext(told());
        answer.onCompleted();
    }

    private io.syncopate.proto.gateway.v1.PlatformTime told() {
        return io.syncopate.proto.gateway.v1.PlatformTime.newBuilder()
                .setNow(Timestamps.fromMillis(time.now().toEpochMilli()))
                .setAhead(Durations.fromMillis(time.ahead().toMillis()))
                .build();
    }
}
