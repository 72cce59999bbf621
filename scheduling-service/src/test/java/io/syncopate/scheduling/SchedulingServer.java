package io.syncopate.scheduling;

import build.buf.protovalidate.ValidatorFactory;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.syncopate.kernel.Caller;
import io.syncopate.proto.scheduling.v1.CohortServiceGrpc;
import io.syncopate.proto.scheduling.v1.CohortServiceGrpc.CohortServiceBlockingStub;
import io.syncopate.proto.scheduling.v1.SeriesServiceGrpc;
import io.syncopate.proto.scheduling.v1.SeriesServiceGrpc.SeriesServiceBlockingStub;
import io.syncopate.scheduling.cohort.GroupCohort;
import io.syncopate.scheduling.cohort.InMemoryCohorts;
import io.syncopate.scheduling.cohort.InMemoryParticipants;
import io.syncopate.scheduling.cohort.grpc.CohortServices;
import io.syncopate.scheduling.rotation.PlanRotation;
import io.syncopate.scheduling.series.InMemoryAllSeries;
import io.syncopate.scheduling.series.InMemorySessions;
import io.syncopate.scheduling.series.PlanSeries;
import io.syncopate.scheduling.series.grpc.SeriesServices;
import io.syncopate.starter.call.GrpcServerInterceptors;
import io.syncopate.starter.security.TokenVerifier;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;

import java.io.IOException;
import java.util.concurrent.Executors;

/** The service's contract in process, behind all that a call passes, without a store. */
final class SchedulingServer implements AutoCloseable {

    final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final TestTokens tokens = new TestTokens(clock);
    private final Server server;
    private final ManagedChannel channel;

    SchedulingServer() throws IOException {
        var cohorts = new InMemoryCohorts(clock);
        var participants = new InMemoryParticipants(clock);
        var interceptors =
                new GrpcServerInterceptors(
                        new TokenVerifier(
                                tokens.keys(), TestTokens.ISSUER, TestTokens.AUDIENCE, clock),
                        ValidatorFactory.newBuilder().build(),
                        clock);
        String name = InProcessServerBuilder.generateName();
        server =
                InProcessServerBuilder.forName(name)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .addService(
                                interceptors.intercept(CohortServices.of(cohorts, participants)))
                        .addService(
                                interceptors.intercept(
                                        SeriesServices.of(
                                                new InMemoryAllSeries(clock),
                                                new InMemorySessions(clock),
                                                new PlanSeries(
                                                        new GroupCohort(cohorts, participants),
                                                        new PlanRotation()::plan),
                                                clock)))
                        .build()
                        .start();
        channel = InProcessChannelBuilder.forName(name).build();
    }

    SeriesServiceBlockingStub series() {
        return series(Callers.ann());
    }

    SeriesServiceBlockingStub series(Caller caller) {
        return SeriesServiceGrpc.newBlockingStub(channel).withInterceptors(tokens.as(caller));
    }

    CohortServiceBlockingStub cohorts() {
        return cohorts(Callers.ann());
    }

    CohortServiceBlockingStub cohorts(Caller caller) {
        return CohortServiceGrpc.newBlockingStub(channel).withInterceptors(tokens.as(caller));
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
    }
}
