package io.syncopate.testkit.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import io.syncopate.testkit.part.Program;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a MongoDB: a running server ({@code SYNCOPATE_TEST_MONGODB_URI}), else a binary ({@code SYNCOPATE_TEST_MONGOD}, or
 * {@code mongod} on the path), else Docker. What is named but does not work is an error, not a reason to look further.
 */
final class Mongod {

    private static final String URI = "SYNCOPATE_TEST_MONGODB_URI";

    /** A mongod to start: the one that is named, else one on the path. */
    static final Program BINARY = new Program("SYNCOPATE_TEST_MONGOD", List.of("mongod"));

    private static final String IMAGE = "SYNCOPATE_TEST_MONGO_IMAGE";
    private static final String DEFAULT_IMAGE = "mongo:8.0";

    private Mongod() {}

    static Availability find(Map<String, String> environment) {
        String uri = set(environment, URI);
        if (uri != null) {
            return connected(uri);
        }
        Optional<Path> binary = BINARY.find(environment);
        if (binary.isPresent()) {
            return started(binary.get());
        }
        if (DockerClientFactory.instance().isDockerAvailable()) {
            return contained(environment.getOrDefault(IMAGE, DEFAULT_IMAGE));
        }
        return new Availability.Missing(
                "no MongoDB here: put mongod on the PATH, set "
                        + BINARY.variable()
                        + " to the path of one, start Docker, or set "
                        + URI
                        + " to a running replica set");
    }

    private static @Nullable String set(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    private static Availability connected(String uri) {
        Server server = Server.at(uri);
        try {
            server.client().getDatabase("admin").runCommand(new Document("ping", 1));
        } catch (RuntimeException e) {
            server.client().close();
            server.unguarded().close();
            throw e;
        }
        return new Availability.Here(server);
    }

    /** A server in a container, whatever else there is. */
    static Availability inDocker(Map<String, String> environment) {
        return DockerClientFactory.instance().isDockerAvailable()
                ? contained(environment.getOrDefault(IMAGE, DEFAULT_IMAGE))
                : new Availability.Missing("no Docker here: start it, or name it by DOCKER_HOST");
    }

    @SuppressWarnings("resource") // stopped by Testcontainers when the JVM ends
    private static Availability contained(String image) {
        var container =
                new MongoDBContainer(
                        DockerImageName.parse(image).asCompatibleSubstituteFor("mongo"));
        // Not withReplicaSet(): it needs a shell of MongoDB in the image, of one name or the other.
        container.withCommand("--replSet", "rs0").start();
        String direct =
                "mongodb://%s:%d/?directConnection=true"
                        .formatted(container.getHost(), container.getMappedPort(27017));
        initiate(direct);
        return connected(direct);
    }

    /** Makes it a replica set of one node; answers when that node takes writes. */
    private static void initiate(String direct) {
        try (MongoClient client = MongoClients.create(direct)) {
            MongoDatabase admin = client.getDatabase("admin");
            admin.runCommand(new Document("replSetInitiate", new Document()));
            Document hello = admin.runCommand(new Document("hello", 1));
            while (!hello.getBoolean("isWritablePrimary")) {
                // The server answers when its role has changed, or after the time given.
                hello =
                        admin.runCommand(
                                new Document("hello", 1)
                                        .append("topologyVersion", hello.get("topologyVersion"))
                                        .append("maxAwaitTimeMS", 1_000L));
            }
        }
    }

    private static Availability started(Path binary) {
        try {
            var process = new MongodProcess(binary, Files.createTempDirectory("syncopate-mongod"));
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(process::killAndDeleteFiles, "stop-mongod"));
            process.start();
            MongodProcess.initiate(List.of(process));
            return connected(
                    "mongodb://" + process.address() + "/?replicaSet=" + MongodProcess.SET);
        } catch (IOException e) {
            throw new IllegalStateException(binary + " cannot be started: " + e.getMessage(), e);
        }
    }
}
