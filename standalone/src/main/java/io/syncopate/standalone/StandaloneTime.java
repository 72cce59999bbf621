package io.syncopate.standalone;

import io.syncopate.gateway.time.PlatformTime;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RequestReusedException;
import io.syncopate.standalone.TimeFile.Kept;
import io.syncopate.standalone.TimeFile.Request;
import io.syncopate.starter.time.AdjustableClock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One clock for all modules. How far it is ahead is kept in the data directory. */
final class StandaloneTime implements PlatformTime {

    private static final String FILE = "time";

    private final TimeFile file;
    private final AdjustableClock clock;
    private Kept kept;

    private StandaloneTime(TimeFile file, Kept kept, Clock base) {
        this.file = file;
        this.kept = kept;
        this.clock = new AdjustableClock(base, kept.ahead());
    }

    /** Goes on from where the data directory says that time was left. */
    static StandaloneTime in(Settings settings, Clock base) {
        var file = new TimeFile(settings.dataDirectory().resolve(FILE));
        return new StandaloneTime(file, file.read(), base);
    }

    Clock clock() {
        return clock;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Duration ahead() {
        return clock.offset();
    }

    @Override
    public synchronized void advance(Command command, Duration by) {
        if (repeated(command)) {
            return;
        }
        Kept next = kept.advanced(by);
        if (next.ahead().compareTo(FARTHEST) > 0) {
            throw new InvalidException(
                    "by",
                    by,
                    "so much that time is %s ahead at most, not %s"
                            .formatted(FARTHEST, next.ahead()));
        }
        if (command.requestId().isPresent()) {
            next = next.remembering(new Request(command.requestId().get(), command.fingerprint()));
        }
        try {
            file.write(next);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kept = next;
        clock.advance(by);
    }

    private boolean repeated(Command command) {
        Optional<Request> before =
                kept.requests().stream()
                        .filter(request -> command.requestId().equals(Optional.of(request.id())))
                        .findFirst();
        if (before.isPresent() && !before.get().fingerprint().equals(command.fingerprint())) {
            throw new RequestReusedException(before.get().id());
        }
        return before.isPresent();
    }
}
