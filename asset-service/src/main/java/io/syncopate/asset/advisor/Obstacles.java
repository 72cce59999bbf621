package io.syncopate.asset.advisor;

import static io.syncopate.asset.advisor.Obstacle.Severity.GAP;
import static io.syncopate.asset.advisor.Obstacle.Severity.RULED_OUT;
import static io.syncopate.asset.advisor.Obstacle.Severity.UNCONFIRMED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a model cannot do without. Nothing stands in the way of B: it is what remains. */
final class Obstacles {

    /** From here on, channels that launch together never go with A (P-057). */
    private static final int SIMULTANEOUS_CHANNELS = 5;

    private static final Source MODEL_C = new Source("P-059", "Model C");

    private Obstacles() {}

    static List<Obstacle> in(Situation situation) {
        List<Obstacle> found = new ArrayList<>();
        simultaneousLaunch(situation).ifPresent(found::add);
        discipline(situation).ifPresent(found::add);
        tools(situation).ifPresent(found::add);
        champion(situation).ifPresent(found::add);
        return found;
    }

    private static Optional<Obstacle> simultaneousLaunch(Situation situation) {
        return situation
                .work()
                .channels()
                .filter(channels -> channels >= SIMULTANEOUS_CHANNELS)
                .filter(_ -> situation.work().simultaneousLaunch().orElse(false))
                .map(
                        channels ->
                                new Obstacle(
                                        "simultaneous-channels",
                                        ProductionModel.A,
                                        RULED_OUT,
                                        "%d channels launch together: delays of single steps add up"
                                                        .formatted(channels)
                                                + " until all of them are late",
                                        "launch them one after the other, or take B or C",
                                        new Source("P-057", "Model A")));
    }

    private static Optional<Obstacle> discipline(Situation situation) {
        Optional<Level> discipline = situation.team().discipline();
        if (discipline.isEmpty()) {
            return Optional.of(
                    unconfirmed(
                            "discipline",
                            "it was not stated how reliably the team writes things down",
                            "find out with a pilot on one project"));
        }
        return discipline
                .filter(Level.LOW::equals)
                .map(
                        _ ->
                                gap(
                                        "discipline",
                                        "the team does not write down reliably what others need",
                                        "agree on names and definitions of done, and keep them"
                                                + " through one pilot"));
    }

    private static Optional<Obstacle> tools(Situation situation) {
        if (situation.tooling().parts().isEmpty()) {
            return Optional.of(
                    unconfirmed(
                            "tools",
                            "the tools were not stated",
                            "make sure of shared drive, project board, version history and"
                                    + " notifications"));
        }
        List<ToolPart> missing = ToolPart.missingForC(situation.tooling().parts());
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String names = missing.stream().map(ToolPart::words).collect(Collectors.joining(", "));
        return Optional.of(
                gap(
                        "tools",
                        "missing: " + names,
                        "add them; a simple tool that is set up well is enough"));
    }

    private static Optional<Obstacle> champion(Situation situation) {
        Optional<Boolean> champion = situation.team().champion();
        if (champion.isEmpty()) {
            return Optional.of(
                    unconfirmed(
                            "champion",
                            "it was not stated whether somebody keeps documentation and standards",
                            "name a workflow champion"));
        }
        return champion.filter(there -> !there)
                .map(
                        _ ->
                                gap(
                                        "champion",
                                        "nobody keeps documentation and standards",
                                        "name a workflow champion"));
    }

    private static Obstacle gap(String id, String missing, String remedy) {
        return new Obstacle(id, ProductionModel.C, GAP, missing, remedy, MODEL_C);
    }

    private static Obstacle unconfirmed(String id, String missing, String remedy) {
        return new Obstacle(id, ProductionModel.C, UNCONFIRMED, missing, remedy, MODEL_C);
    }
}
