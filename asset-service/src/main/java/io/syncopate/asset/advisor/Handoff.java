package io.syncopate.asset.advisor;

import java.util.ArrayList;
import java.util.List;

/**
 * How one kind of handoff is done.
 *
 * @param meeting whether it takes a meeting
 */
public record Handoff(String subject, Mode mode, boolean meeting, String reason, Source source) {

    private static final Source COUPLING = new Source("P-061, P-064", "Step 2");
    private static final Source MEETING = new Source("P-009, N-07", "Can we mix models");

    /** Ways to hand on. */
    public enum Mode {
        SYNC_REQUIRED,
        ASYNC_POSSIBLE
    }

    /** What is won and lost by a way. */
    public record TradeOff(Mode mode, String gain, String cost, Source source) {

        private static final Source BOTH = new Source("P-085", "Core concepts");

        /** Of both ways: each advice shows both. */
        public static final List<TradeOff> ALL =
                List.of(
                        new TradeOff(
                                Mode.SYNC_REQUIRED,
                                "little stays unclear: everybody hears the same at the same time",
                                "everybody depends on common free time",
                                BOTH),
                        new TradeOff(
                                Mode.ASYNC_POSSIBLE,
                                "nobody waits for anybody's calendar",
                                "needs explicit writing, and trust that others read it",
                                BOTH));
    }

    static List<Handoff> in(Situation.Work work) {
        List<Handoff> handoffs = new ArrayList<>();
        for (Situation.Pair pair : work.pairs()) {
            handoffs.add(
                    new Handoff(
                            pair.a() + " and " + pair.b(),
                            Mode.SYNC_REQUIRED,
                            false,
                            "each decides the other's result",
                            COUPLING));
        }
        if (work.pairs().isEmpty() && work.hasCoupledWork()) {
            handoffs.add(
                    new Handoff(
                            "closely coupled work",
                            Mode.SYNC_REQUIRED,
                            false,
                            "steps decide each other's result; name the pairs",
                            COUPLING));
        }
        if (work.needsMeeting()) {
            handoffs.add(
                    new Handoff(
                            work.jointDecision().orElse(false)
                                    ? "handoffs with a joint decision"
                                    : "handoffs of more than three stakeholders",
                            Mode.SYNC_REQUIRED,
                            true,
                            "several decide at once, or more than three take part",
                            MEETING));
        } else if (work.stakeholders().isPresent() || work.jointDecision().isPresent()) {
            handoffs.add(
                    new Handoff(
                            "every other handoff",
                            Mode.ASYNC_POSSIBLE,
                            false,
                            "a plain pass between three people at most",
                            MEETING));
        }
        work.coupling()
                .filter(how -> how != Situation.Coupling.HIGH)
                .map(
                        _ ->
                                new Handoff(
                                        "work with clear borders",
                                        Mode.ASYNC_POSSIBLE,
                                        false,
                                        "it runs in parallel",
                                        COUPLING))
                .ifPresent(handoffs::add);
        return handoffs;
    }
}
