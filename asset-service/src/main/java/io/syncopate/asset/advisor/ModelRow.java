package io.syncopate.asset.advisor;

import java.util.List;
import java.util.OptionalInt;

/**
 * One model in the guide's comparison. The six dimensions from {@code handoffMethod} to {@code
 * reworkRisk} are the guide's cells; what follows keeps apart what its words leave together: being in
 * lockstep from being live (N-03), and the load of meetings from that of set-up and attention (N-20).
 */
public record ModelRow(
        ProductionModel model,
        String handoffMethod,
        String cycleTime,
        String scalability,
        String contextPreservation,
        String teamOverhead,
        String reworkRisk,
        double cycleDaysFrom,
        double cycleDaysTo,
        int channelsFrom,
        OptionalInt channelsTo,
        String lockstep,
        String liveContact,
        String setupCost,
        String attention) {

    /** A, B, C. */
    public static final List<ModelRow> COMPARISON =
            List.of(
                    new ModelRow(
                            ProductionModel.A,
                            "Real-time meetings or instant messages",
                            "2–5 days (depends on availability)",
                            "Low (2–3 channels max)",
                            "Low (verbal handoff loses detail)",
                            "High (scheduling meetings)",
                            "Medium (miscommunication)",
                            2,
                            5,
                            2,
                            OptionalInt.of(3),
                            "Every step waits for the one before, also over e-mail",
                            "At each handoff, unless it goes by e-mail",
                            "None",
                            "Low: what matters is said"),
                    new ModelRow(
                            ProductionModel.B,
                            "Mix of scheduled meetings and shared queues",
                            "1–3 days",
                            "Medium (3–7 channels)",
                            "Medium (some written documentation)",
                            "Medium (hybrid coordination)",
                            "Medium (version confusion)",
                            1,
                            3,
                            3,
                            OptionalInt.of(7),
                            "At checkpoints only",
                            "At checkpoints, such as Monday and Thursday",
                            "Low: conventions, and a shared folder",
                            "Medium: queues in between have to be looked at"),
                    new ModelRow(
                            ProductionModel.C,
                            "Queue-based with event notifications",
                            "0.5–2 days",
                            "High (5+ channels)",
                            "High (documented at each step)",
                            "Low (async updates)",
                            "Low (if conventions are followed)",
                            0.5,
                            2,
                            5,
                            OptionalInt.empty(),
                            "None",
                            "None, but for named exceptions",
                            "High: tools, conventions and somebody who keeps them",
                            "High: writing down, reading, looking for updates"));
}
