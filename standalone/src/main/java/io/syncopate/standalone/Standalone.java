package io.syncopate.standalone;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/**
 * Starts the store, the three services and the gateway, in this order, each module in a context of
 * its own; when one fails, what was started is closed again and the process ends with an error that
 * says what is in the way.
 */
public final class Standalone implements AutoCloseable {

    private final Settings settings;
    private final PrintStream out;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    private Standalone(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    public static void main(String... args) {
        long begin = System.nanoTime();
        // As Spring does at its own start: nothing is logged before the settings for it are read.
        LoggingSystem.get(Standalone.class.getClassLoader()).beforeInitialize();
        try {
            var platform =
                    new Standalone(
                            Settings.of(
                                    Settings.withSystemProperties(
                                            System.getProperties(), List.of(args)),
                                    System.getenv()),
                            System.out);
            Runtime.getRuntime()
                    .addShutdownHook(
                            Thread.ofPlatform().name("shutdown").unstarted(platform::close));
            platform.start(begin);
        } catch (StartupException e) {
            System.err.println();
            System.err.println("Syncopate cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    private void start(long begin) {
        DataDirectory directory = null;
        try {
            out.println("Syncopate is starting; its data is in " + settings.dataDirectory());
            int port = LoopbackPort.choose(settings.port());
            settings.mongodbUri()
                    .map(uri -> NamedMongodb.of(uri, settings))
                    .ifPresent(NamedMongodb::requireAnswer);
            directory = DataDirectory.prepare(settings.dataDirectory());
            StandaloneTime time = StandaloneTime.in(settings, Clock.systemUTC());
            if (!time.ahead().isZero()) {
                out.println("  time        " + time.now() + ", moved forward by " + time.ahead());
            }
            Store store = Store.open(settings);
            keep(store);
            out.println("  store       " + store.description());
            String secret = UUID.randomUUID() + "-" + UUID.randomUUID();
            for (Module service : Module.SERVICES) {
                start(service, store, time, secret, port);
            }
            ConfigurableApplicationContext gateway =
                    start(Module.GATEWAY, store, time, secret, port);
            Welcome.print(gateway, port, Duration.ofNanos(System.nanoTime() - begin), out);
        } catch (RuntimeException | Error e) {
            close();
            if (directory != null) {
                directory.undo();
            }
            if (settings.isDebug()) {
                e.printStackTrace();
            }
            throw Failures.explain(e, settings);
        }
    }

    private ConfigurableApplicationContext start(
            Module module, Store store, StandaloneTime time, String secret, int port) {
        var own = new ArrayList<String>();
        own.add("--syncopate.mongodb.uri=" + store.uri());
        own.add("--syncopate.mongodb.database=" + settings.databasePrefix() + module.configName);
        own.add("--syncopate.security.service-secret=" + secret);
        own.add("--syncopate.security.issuer-uri=http://127.0.0.1:" + port);
        own.addAll(module.arguments(settings, port));
        List<String> arguments =
                Settings.merged(
                        own,
                        settings.forModules().stream()
                                .filter(argument -> Module.concerns(argument, module))
                                .toList());
        ConfigurableApplicationContext context =
                new SpringApplicationBuilder(module.application)
                        .properties("spring.config.name=" + module.configName)
                        .registerShutdownHook(false)
                        .initializers(fresh -> share(time, module, fresh))
                        .run(arguments.toArray(String[]::new));
        keep(context);
        out.printf("  %-11s ready%n", module.configName);
        return context;
    }

    /** All modules go by one clock; the gateway offers to move it where that was asked for. */
    private void share(StandaloneTime time, Module module, ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("clock", time.clock());
        if (module == Module.GATEWAY && settings.timeAdjustable()) {
            context.getBeanFactory().registerSingleton("platformTime", time);
        }
    }

    private synchronized void keep(AutoCloseable part) {
        started.push(part);
    }

    /** Closes what was started, the last first; a second call does nothing. */
    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("Closing " + part + " failed: " + e);
            }
        }
    }
}
