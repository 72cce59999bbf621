package io.syncopate.asset.advisor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The advice in a sentence or two. */
final class Summary {

    private Summary() {}

    static String of(
            Optional<ProductionModel> recommended,
            Optional<ProductionModel> bestFit,
            List<Obstacle> obstacles,
            Situation situation) {
        if (recommended.isEmpty()) {
            return "None of the models that were to be considered can be taken as things are: "
                    + bestFit.map(model -> blockers(model, obstacles)).orElse("all are ruled out")
                    + ".";
        }
        ProductionModel model = recommended.get();
        var summary = new StringBuilder();
        summary.append(situation.current().isIn(model) ? "Keep model " : "Model ")
                .append(name(model));
        List<Practice> exceptions = Exceptions.of(model, situation);
        if (!exceptions.isEmpty()) {
            summary.append(", with ")
                    .append(exceptions.size())
                    .append(exceptions.size() == 1 ? " exception" : " exceptions");
        }
        summary.append('.');
        bestFit.filter(best -> best != model)
                .ifPresent(
                        best ->
                                summary.append(" Model ")
                                        .append(name(best))
                                        .append(" would fit better and is blocked: ")
                                        .append(blockers(best, obstacles))
                                        .append('.'));
        situation
                .target()
                .model()
                .filter(wanted -> wanted != model && !bestFit.equals(Optional.of(wanted)))
                .ifPresent(
                        wanted ->
                                summary.append(" Model ")
                                        .append(name(wanted))
                                        .append(", which was asked for, does not fit as well."));
        return summary.toString();
    }

    private static String name(ProductionModel model) {
        return model + " (" + model.displayName() + ")";
    }

    private static String blockers(ProductionModel model, List<Obstacle> obstacles) {
        return obstacles.stream()
                .filter(obstacle -> obstacle.model() == model && obstacle.blocks())
                .map(Obstacle::missing)
                .collect(Collectors.joining("; "));
    }
}
