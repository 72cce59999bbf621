package io.syncopate.e2e.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a load was answered, written down as it happens by many at once. */
final class History {

    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final List<Write> unanswered = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private Duration slowest = Duration.ZERO;
    private int byServices;
    private int attempts;

    synchronized void acknowledged(Acknowledged answer) {
        acknowledged.add(answer);
        if (answer.write().type().isOfAService()) {
            byServices++;
        }
        notifyAll();
    }

    /** Given up: it may have been done or not. */
    synchronized void unanswered(Write write) {
        unanswered.add(write);
        notifyAll();
    }

    /** Refused for good, which no write of the load deserves. */
    synchronized void refused(Write write, String answer) {
        refused.add(write.key() + " " + write.method() + " " + write.path() + ": " + answer);
        notifyAll();
    }

    synchronized void attempted(Duration took) {
        attempts++;
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
    }

    /** How many of those that were acknowledged are kept by the three services. */
    synchronized int byServices() {
        return byServices;
    }

    /** Waits until the services have answered so many, or none for so long. */
    synchronized void awaitAcknowledged(int count, Duration patience) throws InterruptedException {
        int before = -1;
        long end = 0;
        while (byServices < count) {
            if (byServices > before) {
                before = byServices;
                end = System.nanoTime() + patience.toNanos();
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    synchronized List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    synchronized List<Write> unanswered() {
        return List.copyOf(unanswered);
    }

    synchronized List<String> refused() {
        return List.copyOf(refused);
    }

    synchronized Duration slowest() {
        return slowest;
    }

    synchronized int attempts() {
        return attempts;
    }
}
