package io.syncopate.testkit.store;

import io.syncopate.testkit.part.RealPart;

import org.bson.Document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A MongoDB replica set for one test, whose members can be killed and started again. */
public final class ReplicaSet implements AutoCloseable {

    private static final Duration SOON = Duration.ofMillis(300);

    private final List<MongodProcess> members;

    private ReplicaSet(List<MongodProcess> members) {
        this.members = List.copyOf(members);
    }

    /**
     * Starts one. Without a mongod binary on this machine the test is skipped, or fails where {@code
     * SYNCOPATE_REQUIRE} names mongod: a server that somebody else runs is not to be killed.
     */
    public static ReplicaSet start(int size) {
        Path binary =
                RealPart.MONGOD.orSkip(
                        Mongod.BINARY.find(System.getenv()),
                        System.getenv(),
                        "no mongod to start and kill: put one on the PATH or set "
                                + Mongod.BINARY.variable()
                                + " to the path of one");
        List<MongodProcess> members = new ArrayList<>();
        try {
            for (int i = 0; i < size; i++) {
                var directory = Files.createTempDirectory("syncopate-mongod");
                members.add(new MongodProcess(binary, directory));
                members.getLast().start();
            }
            MongodProcess.initiate(members);
            var set = new ReplicaSet(members);
            Runtime.getRuntime().addShutdownHook(new Thread(set::close, "stop-replica-set"));
            return set;
        } catch (IOException e) {
            members.forEach(MongodProcess::killAndDeleteFiles);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            members.forEach(MongodProcess::killAndDeleteFiles);
            throw e;
        }
    }

    /** Of the set: a client finds its primary. */
    public String uri() {
        return members.stream()
                .map(MongodProcess::address)
                .collect(
                        Collectors.joining(",", "mongodb://", "/?replicaSet=" + MongodProcess.SET));
    }

    /** {@code host:port} of each member. */
    public List<String> addresses() {
        return members.stream().map(MongodProcess::address).toList();
    }

    /** The number of the member that takes writes; empty while there is none. */
    public Optional<Integer> primary() {
        return members.stream().filter(ReplicaSet::isPrimary).map(members::indexOf).findFirst();
    }

    public boolean isRunning(int member) {
        return members.get(member).isRunning();
    }

    /** SIGKILL. */
    public void kill(int member) {
        members.get(member).kill();
    }

    public void restart(int member) {
        members.get(member).start();
    }

    private static boolean isPrimary(MongodProcess member) {
        try {
            return member.run(new Document("hello", 1), SOON)
                    .getBoolean("isWritablePrimary", false);
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @Override
    public void close() {
        members.forEach(MongodProcess::killAndDeleteFiles);
    }
}
