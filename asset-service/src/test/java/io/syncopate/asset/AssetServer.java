package io.syncopate.asset;

import build.buf.protovalidate.ValidatorFactory;

import com.mongodb.client.MongoDatabase;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import io.grpc.BindableService;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.MetadataUtils;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.syncopate.asset.campaign.FanOut;
import io.syncopate.asset.production.SweepAssets;
import io.syncopate.asset.production.WatchBoards;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.OneByOne;
import io.syncopate.starter.ServiceName;
import io.syncopate.starter.call.GrpcServerInterceptors;
import io.syncopate.starter.eventlog.EventLog;
import io.syncopate.starter.eventlog.RelayRunner;
import io.syncopate.starter.mongo.MongoAggregates;
import io.syncopate.starter.security.CallerClaims;
import io.syncopate.starter.security.TokenVerifier;
import io.syncopate.testkit.kernel.SettableClock;

import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * The service as it is deployed, but for the network and the wall clock: its beans on a real store,
 * behind the starter's interceptors, called by its contract with tokens that are verified.
 */
public final class AssetServer implements AutoCloseable {

    private static final String ISSUER = "syncopate-gateway";
    private static final String SERVICE = "asset";
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    public final SettableClock clock = SettableClock.at("2026-05-04T09:00:00Z");
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();
    private final ECKey key;
    private final Server server;
    private final ManagedChannel channel;

    private final RelayRunner relay;

    public AssetServer(MongoDatabase database) {
        context.registerBean(MongoDatabase.class, () -> database);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(OneByOne.class, () -> new OneByOne(AssetServer::failed));
        context.getBeanFactory()
                .setConversionService(ApplicationConversionService.getSharedInstance());
        context.register(AssetConfiguration.class);
        context.scan(
                "io.syncopate.asset.advisor",
                "io.syncopate.asset.pipeline",
                "io.syncopate.asset.campaign",
                "io.syncopate.asset.production");
        context.refresh();
        EventLog log = eventLog(database);
        relay = log.runner();
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        var verifier =
                new TokenVerifier(
                        id -> Optional.of(key).filter(known -> known.getKeyID().equals(id)),
                        ISSUER,
                        SERVICE,
                        clock);
        var interceptors =
                new GrpcServerInterceptors(verifier, ValidatorFactory.newBuilder().build(), clock);
        String name = InProcessServerBuilder.generateName();
        InProcessServerBuilder builder =
                InProcessServerBuilder.forName(name)
                        .executor(Executors.newVirtualThreadPerTaskExecutor());
        context.getBeansOfType(BindableService.class)
                .values()
                .forEach(service -> builder.addService(interceptors.intercept(service)));
        builder.addService(interceptors.intercept(log.service()));
        try {
            server = builder.build().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        channel = InProcessChannelBuilder.forName(name).build();
    }

    /** A channel on which every call carries a fresh token of this caller. */
    public Channel as(Caller caller) {
        return ClientInterceptors.intercept(channel, new Tokens(caller));
    }

    public SweepAssets sweep() {
        return context.getBean(SweepAssets.class);
    }

    public FanOut fanOut() {
        return context.getBean(FanOut.class);
    }

    /** From now on the event log is fed, as it is where the whole service runs. */
    public void feedEventLog() {
        relay.start();
    }

    @SuppressWarnings("unchecked")
    private EventLog eventLog(MongoDatabase database) {
        List<MongoAggregates<?>> sources =
                context.getBeansOfType(MongoAggregates.class).values().stream()
                        .<MongoAggregates<?>>map(source -> source)
                        .toList();
        return new EventLog(
                database,
                sources,
                "syncopate",
                new ServiceName(SERVICE),
                Duration.ofMillis(50),
                Duration.ofSeconds(15),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
    }

    /** What the service does first when it stops. */
    public void stopWatches() {
        context.getBean(WatchBoards.class).close();
    }

    /** No sweep of these tests meets what it cannot do. */
    private static void failed(String work, Located item, RuntimeException why) {
        throw new AssertionError(work + " of " + item, why);
    }

    @Override
    public void close() {
        if (relay.isRunning()) {
            relay.stop();
        }
        channel.shutdownNow();
        server.shutdownNow();
        context.close();
    }

    private final class Tokens implements ClientInterceptor {
        private final Caller caller;

        Tokens(Caller caller) {
            this.caller = caller;
        }

        @Override
        public <Q, R> ClientCall<Q, R> interceptCall(
                MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
            var headers = new Metadata();
            headers.put(AUTHORIZATION, "Bearer " + token());
            return MetadataUtils.newAttachHeadersInterceptor(headers)
                    .interceptCall(method, options, next);
        }

        private String token() {
            var claims =
                    CallerClaims.write(
                                    caller,
                                    new JWTClaimsSet.Builder()
                                            .issuer(ISSUER)
                                            .audience(SERVICE)
                                            .issueTime(Date.from(clock.instant()))
                                            .expirationTime(
                                                    Date.from(
                                                            clock.instant()
                                                                    .plus(Duration.ofMinutes(4)))))
                            .build();
            var jwt =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").build(), claims);
            try {
                jwt.sign(new ECDSASigner(key));
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
            return jwt.serialize();
        }
    }
}
