package io.syncopate.testkit.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One mongod on a directory and a port that it keeps when it is started again. */
final class MongodProcess {

    static final String SET = "rs0";

    private static final Duration START = Duration.ofSeconds(30);

    private final Path binary;
    private final Path directory;
    private final int port;
    private @Nullable Process process;

    MongodProcess(Path binary, Path directory) {
        this.binary = binary;
        this.directory = directory;
        this.port = freePort();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    synchronized boolean isRunning() {
        Process running = process;
        return running != null && running.isAlive();
    }

    synchronized void start() {
        if (isRunning()) {
            return;
        }
        try {
            process =
                    new ProcessBuilder(
                                    binary.toString(),
                                    "--dbpath",
                                    directory.toString(),
                                    "--port",
                                    Integer.toString(port),
                                    "--bind_ip",
                                    "127.0.0.1",
                                    "--replSet",
                                    SET,
                                    "--wiredTigerCacheSizeGB",
                                    "0.25",
                                    "--oplogSize",
                                    "256",
                                    "--nounixsocket")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                            .start();
        } catch (IOException e) {
            throw new IllegalStateException(binary + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** Answers what the command answers when it is asked of this member alone. */
    Document run(Document command, Duration patience) {
        String direct =
                "mongodb://%s/?directConnection=true&serverSelectionTimeoutMS=%d"
                        .formatted(address(), patience.toMillis());
        try (MongoClient client = MongoClients.create(direct)) {
            return client.getDatabase("admin").runCommand(command);
        } catch (RuntimeException e) {
            throw new IllegalStateException("mongod " + state() + "; it said:\n" + said(), e);
        }
    }

    /** SIGKILL: nothing is flushed. */
    synchronized void kill() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroyForcibly();
        try {
            running.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process = null;
    }

    void killAndDeleteFiles() {
        kill();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException e) {
            // A directory for temporary files is cleared by others.
        }
    }

    /** Makes these members, all of them started, a replica set that elects within seconds. */
    static void initiate(List<MongodProcess> members) {
        List<Document> hosts =
                members.stream()
                        .map(
                                member ->
                                        new Document("_id", members.indexOf(member))
                                                .append("host", member.address()))
                        .toList();
        Document settings =
                new Document("electionTimeoutMillis", 2000).append("heartbeatIntervalMillis", 500);
        Document config =
                new Document("_id", SET).append("members", hosts).append("settings", settings);
        // one that does not listen yet would fail the vote on the configuration
        members.forEach(member -> member.run(new Document("ping", 1), START));
        members.getFirst().run(new Document("replSetInitiate", config), START);
    }

    /** Of the primary: takes another one, which is started, into its set; returns when that one has the data. */
    void add(MongodProcess member) {
        member.run(new Document("ping", 1), START);
        Document config =
                run(new Document("replSetGetConfig", 1), START).get("config", Document.class);
        List<Document> hosts = new ArrayList<>(config.getList("members", Document.class));
        hosts.add(new Document("_id", hosts.size()).append("host", member.address()));
        config.append("members", hosts).append("version", config.getInteger("version") + 1);
        run(new Document("replSetReconfig", config), START);
        member.awaitSecondary();
    }

    private void awaitSecondary() {
        Document hello = run(new Document("hello", 1), START);
        while (!hello.getBoolean("secondary", false)) {
            // The server answers when its role has changed, or after the time given.
            hello =
                    run(
                            new Document("hello", 1)
                                    .append("topologyVersion", hello.get("topologyVersion"))
                                    .append("maxAwaitTimeMS", 1_000L),
                            START);
        }
    }

    private synchronized String state() {
        Process last = process;
        return last == null
                ? "is not running"
                : last.isAlive() ? "does not answer" : "ended with exit code " + last.exitValue();
    }

    private String said() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Path log() {
        return directory.resolve("mongod.log");
    }
}
