package io.syncopate.assessment.program;

import io.syncopate.kernel.Caller;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stands for scheduling and asset: what is asked twice by one request id is made once. */
public final class OtherServices implements LiveSchedule, Production {

    private final Map<String, LiveSeries> series = new LinkedHashMap<>();
    private final Map<String, SelfPacedWork> campaigns = new LinkedHashMap<>();
    private final List<String> published = new ArrayList<>();
    private final List<Caller> callers = new ArrayList<>();
    private int failures;
    private Runnable beforeAnswer = () -> {};

    /** The next calls fail, this many of them. */
    public synchronized void fail(int calls) {
        failures = calls;
    }

    /** Something that happens while a call is under way. */
    public synchronized void meanwhile(Runnable action) {
        beforeAnswer = action;
    }

    @Override
    public synchronized String plan(Caller by, LiveSeries live, String requestId) {
        answer(by);
        series.putIfAbsent(requestId, live);
        return "series/" + requestId;
    }

    @Override
    public synchronized void publish(Caller by, String name, String requestId) {
        answer(by);
        if (!published.contains(name)) {
            published.add(name);
        }
    }

    @Override
    public synchronized String order(Caller by, SelfPacedWork work, String requestId) {
        answer(by);
        campaigns.putIfAbsent(requestId, work);
        return "campaigns/" + requestId;
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

    private void answer(Caller by) {
        callers.add(by);
        Runnable action = beforeAnswer;
        beforeAnswer = () -> {};
        action.run();
        if (failures > 0) {
            failures--;
            throw new StepFailedException("the service is away", new IllegalStateException("away"));
        }
    }
}
