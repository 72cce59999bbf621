package io.syncopate.assessment.program;

import io.syncopate.assessment.program.StepRefusedException.Why;
import io.syncopate.kernel.Caller;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Stands for scheduling and asset, as their contracts have it: what is asked twice by one request id
 * is made once, what was deleted does not come back, and what is published stays.
 */
public final class OtherServices implements LiveSchedule, Production {

    private final Map<String, LiveSeries> series = new LinkedHashMap<>();
    private final Map<String, SelfPacedWork> campaigns = new LinkedHashMap<>();
    private final Set<String> deleted = new HashSet<>();
    private final List<String> published = new ArrayList<>();
    private final List<Caller> callers = new ArrayList<>();
    private boolean refusing;
    private int failures;
    private Runnable beforeAnswer = () -> {};
    private Around around = Supplier::get;

    /** What happens to a call on its way there and back. */
    public interface Around {
        String call(Supplier<String> call);
    }

    /** The next calls fail, this many of them. */
    public synchronized void fail(int calls) {
        failures = calls;
    }

    /** Something that happens while a call is under way. */
    public synchronized void meanwhile(Runnable action) {
        beforeAnswer = action;
    }

    public synchronized void around(Around calls) {
        around = calls;
    }

    /** What they have done already they answer all the same, as a repeat is answered first. */
    public synchronized void refuseWhatIsNew(boolean refuses) {
        refusing = refuses;
    }

    @Override
    public synchronized String plan(Caller by, LiveSeries live, String requestId) {
        return answer(
                by,
                () -> {
                    String name = "series/" + requestId;
                    refuseDeleted(name);
                    refuseUnless(series.containsKey(name));
                    refuseAnother(series.putIfAbsent(name, live), live);
                    return name;
                });
    }

    @Override
    public synchronized void publish(Caller by, String name, String requestId) {
        answer(
                by,
                () -> {
                    refuseUnless(published.contains(name));
                    return publish(name);
                });
    }

    @Override
    public synchronized void discard(Caller by, String name) {
        answer(
                by,
                () -> {
                    refuseDeleted(name);
                    if (published.contains(name)) {
                        throw refused(Why.PUBLISHED, name + " is published");
                    }
                    return delete(name);
                });
    }

    @Override
    public synchronized String order(Caller by, SelfPacedWork work, String requestId) {
        return answer(
                by,
                () -> {
                    refuseUnless(campaigns.containsKey("campaigns/" + requestId));
                    refuseAnother(campaigns.putIfAbsent("campaigns/" + requestId, work), work);
                    return "campaigns/" + requestId;
                });
    }

    /** As somebody does by hand. */
    public synchronized String publish(String name) {
        refuseDeleted(name);
        if (!published.contains(name)) {
            published.add(name);
        }
        return name;
    }

    /** As somebody does by hand. */
    public synchronized String delete(String name) {
        series.remove(name);
        deleted.add(name);
        return name;
    }

    /** Names of the series that are there. */
    public synchronized List<String> seriesNames() {
        return List.copyOf(series.keySet());
    }

    public synchronized List<LiveSeries> series() {
        return List.copyOf(series.values());
    }

    public synchronized List<SelfPacedWork> campaigns() {
        return List.copyOf(campaigns.values());
    }

    public synchronized List<String> published() {
        return List.copyOf(published);
    }

    public synchronized List<Caller> callers() {
        return List.copyOf(callers);
    }

    static StepRefusedException refused(Why why, String message) {
        return new StepRefusedException(why, message, new IllegalStateException(message));
    }

    static StepFailedException away() {
        return new StepFailedException("the service is away", new IllegalStateException("away"));
    }

    private void refuseUnless(boolean done) {
        if (refusing && !done) {
            throw refused(Why.NOT_ACCEPTED, "not as it is");
        }
    }

    /** As the same request id with another body is refused. */
    private static void refuseAnother(@Nullable Object before, Object now) {
        if (before != null && !before.equals(now)) {
            throw refused(Why.INCONCLUSIVE, "REQUEST_ID_REUSED");
        }
    }

    private void refuseDeleted(String name) {
        if (deleted.contains(name)) {
            throw refused(Why.GONE, name + " does not exist");
        }
    }

    private String answer(Caller by, Supplier<String> call) {
        callers.add(by);
        Runnable action = beforeAnswer;
        beforeAnswer = () -> {};
        action.run();
        if (failures > 0) {
            failures--;
            throw away();
        }
        return around.call(call);
    }
}
