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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A MongoDB replica set for one test, whose members can be killed and started again. */
public final class ReplicaSet implements AutoCloseable {

    private static final Duration SOON = Duration.ofMillis(300);

    private final Path binary;
    private final List<MongodProcess> members;

    private ReplicaSet(Path binary, List<MongodProcess> members) {
        this.binary = binary;
        this.members = new CopyOnWriteArrayList<>(members);
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
                members.add(started(binary));
            }
            MongodProcess.initiate(members);
            var set = new ReplicaSet(binary, members);
            Runtime.getRuntime().addShutdownHook(new Thread(set::close, "stop-replica-set"));
            return set;
        } catch (RuntimeException e) {
            members.forEach(MongodProcess::killAndDeleteFiles);
            throw e;
        }
    }

    private static MongodProcess started(Path binary) {
        try {
            var member = new MongodProcess(binary, Files.createTempDirectory("syncopate-mongod"));
            member.start();
            return member;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds members, empty ones, under whoever uses the set, and returns when each has all of the data: from
     * then on the majority that a write waits for is that of the larger set. Not to be called
     * while a member is down.
     */
    public void growTo(int size) {
        while (members.size() < size) {
            int primary = primary().orElseThrow(() -> new IllegalStateException("no primary"));
            MongodProcess added = started(binary);
            members.add(added);
            members.get(primary).add(added);
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
