package io.syncopate.testkit.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds a MongoDB: a running server ({@code SYNCOPATE_TEST_MONGODB_URI}), else a binary ({@code SYNCOPATE_TEST_MONGOD}, or
 * {@code mongod} on the path), else Docker. What is named but does not work is an error, not a reason to look further.
 */
final class Mongod {

    private static final String URI = "SYNCOPATE_TEST_MONGODB_URI";
    private static final String BINARY = "SYNCOPATE_TEST_MONGOD";
    private static final String IMAGE = "SYNCOPATE_TEST_MONGO_IMAGE";
    private static final String DEFAULT_IMAGE = "mongo:8.0";

    private static final Duration START = Duration.ofSeconds(30);

    private Mongod() {}

    static Availability find(Map<String, String> environment) {
        String uri = set(environment, URI);
        if (uri != null) {
            return connected(uri);
        }
        String named = set(environment, BINARY);
        if (named != null) {
            Path binary = Path.of(named);
            if (!Files.isExecutable(binary)) {
                throw new IllegalStateException(
                        BINARY + " is " + named + ", expected the path of an executable mongod");
            }
            return started(binary);
        }
        Optional<Path> onPath = onPath(environment.getOrDefault("PATH", ""));
        if (onPath.isPresent()) {
            return started(onPath.get());
        }
        if (DockerClientFactory.instance().isDockerAvailable()) {
            return contained(environment.getOrDefault(IMAGE, DEFAULT_IMAGE));
        }
        return new Availability.Missing(
                "no MongoDB here: put mongod on the PATH, set "
                        + BINARY
                        + " to the path of one, start Docker, or set "
                        + URI
                        + " to a running replica set");
    }

    private static @Nullable String set(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    private static Optional<Path> onPath(String path) {
        return Arrays.stream(path.split(java.io.File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, "mongod"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Availability connected(String uri) {
        MongoClient client = MongoClients.create(uri);
        try {
            client.getDatabase("admin").runCommand(new Document("ping", 1));
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
        return new Availability.Here(new Server(uri, client));
    }

    @SuppressWarnings("resource") // stopped by Testcontainers when the JVM ends
    private static Availability contained(String image) {
        var container =
                new MongoDBContainer(
                        DockerImageName.parse(image).asCompatibleSubstituteFor("mongo"));
        container.withReplicaSet().start();
        return connected(container.getConnectionString());
    }

    private static Availability started(Path binary) {
        try {
            Path directory = Files.createTempDirectory("syncopate-mongod");
            int port = freePort();
            Path log = directory.resolve("mongod.log");
            Process process =
                    new ProcessBuilder(
                                    binary.toString(),
                                    "--dbpath",
                                    directory.toString(),
                                    "--port",
                                    Integer.toString(port),
                                    "--bind_ip",
                                    "127.0.0.1",
                                    "--replSet",
                                    "rs0",
                                    "--wiredTigerCacheSizeGB",
                                    "0.25",
                                    "--nounixsocket")
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> stop(process, directory), "stop-mongod"));
            initiate(process, port, log);
            return connected("mongodb://127.0.0.1:" + port + "/?replicaSet=rs0");
        } catch (IOException e) {
            throw new IllegalStateException(binary + " cannot be started: " + e.getMessage(), e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void initiate(Process process, int port, Path log) throws IOException {
        String direct =
                "mongodb://127.0.0.1:"
                        + port
                        + "/?directConnection=true&serverSelectionTimeoutMS="
                        + START.toMillis();
        Document member = new Document("_id", 0).append("host", "127.0.0.1:" + port);
        Document config = new Document("_id", "rs0").append("members", List.of(member));
        try (MongoClient client = MongoClients.create(direct)) {
            client.getDatabase("admin").runCommand(new Document("replSetInitiate", config));
        } catch (RuntimeException e) {
            String state =
                    process.isAlive()
                            ? "does not answer"
                            : "ended with exit code " + process.exitValue();
            throw new IllegalStateException(
                    "mongod " + state + "; it said:\n" + Files.readString(log), e);
        }
    }

    private static void stop(Process process, Path directory) {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder())
                        .map(Path::toFile)
                        .forEach(java.io.File::delete);
            }
        } catch (IOException e) {
            // A directory for temporary files is cleared by others.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
