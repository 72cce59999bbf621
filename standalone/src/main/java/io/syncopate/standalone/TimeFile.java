package io.syncopate.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the platform's time is ahead, beside the data that was written at that time; with the last
 * requests that moved it.
 */
record TimeFile(Path path) {

    private static final String AHEAD = "ahead ";
    private static final String REQUEST = "request ";
    private static final int REMEMBERED = 20;

    /**
     * @param requests id and fingerprint of each, the oldest first
     */
    record Kept(Duration ahead, List<Request> requests) {

        static final Kept NOTHING = new Kept(Duration.ZERO, List.of());

        Kept {
            requests = List.copyOf(requests);
        }

        Kept advanced(Duration by) {
            return new Kept(ahead.plus(by), requests);
        }

        Kept remembering(Request request) {
            var all = new ArrayList<>(requests);
            all.add(request);
            int from = Math.max(0, all.size() - REMEMBERED);
            return new Kept(ahead, all.subList(from, all.size()));
        }
    }

    record Request(String id, String fingerprint) {}

    Kept read() {
        Duration ahead = Duration.ZERO;
        var requests = new ArrayList<Request>();
        try {
            for (String line : Files.readAllLines(path)) {
                if (line.startsWith(AHEAD)) {
                    ahead = Duration.parse(line.substring(AHEAD.length()));
                } else if (line.startsWith(REQUEST)) {
                    String[] parts = line.substring(REQUEST.length()).split(" ", 2);
                    requests.add(new Request(parts[1], parts[0]));
                }
            }
        } catch (NoSuchFileException e) {
            return Kept.NOTHING;
        } catch (IOException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw new StartupException(
                    "%s cannot be read (%s); it says how far ahead the time is at which the data was written"
                            .formatted(path, e),
                    e);
        }
        return new Kept(ahead, requests);
    }

    /** On disk when it returns: either all of it or what was there before. */
    void write(Kept kept) throws IOException {
        var text = new StringBuilder(AHEAD).append(kept.ahead()).append('\n');
        for (Request request : kept.requests()) {
            text.append(REQUEST).append(request.fingerprint()).append(' ');
            text.append(request.id()).append('\n');
        }
        Path next = path.resolveSibling(path.getFileName() + ".next");
        try (FileChannel file =
                FileChannel.open(
                        next,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
