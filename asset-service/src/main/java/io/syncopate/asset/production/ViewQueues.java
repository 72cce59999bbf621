package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.QueueName;
import io.syncopate.asset.pipeline.Stage;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The queues that somebody sees, and how much there is in each of what they see. */
public final class ViewQueues {

    /** Begins a token, so that none of another list is taken for a place in this one. */
    private static final String PLACE = "queues-";

    private final Assets assets;
    private final Commissions commissions;
    private final PipelinesInUse pipelines;

    public ViewQueues(Assets assets, Commissions commissions, PipelinesInUse pipelines) {
        this.assets = assets;
        this.commissions = commissions;
        this.pipelines = pipelines;
    }

    /** By pipeline and then in the order of its stages. */
    public Page<Queue> list(Reach reach, PageRequest page) {
        int from = start(page.token());
        Map<QueueName, Assets.QueueCount> counts =
                assets.queueCounts(reach, commissions.fanningOut(reach.tenant())).stream()
                        .collect(Collectors.toMap(Assets.QueueCount::queue, Function.identity()));
        List<Queue> all = all(reach, counts);
        int to = Math.min(all.size(), from + page.size());
        return new Page<>(all.subList(Math.min(from, to), to), to < all.size() ? PLACE + to : "");
    }

    private static int start(String token) {
        if (token.isEmpty()) {
            return 0;
        }
        try {
            if (token.startsWith(PLACE)) {
                return Integer.parseUnsignedInt(token.substring(PLACE.length()));
            }
        } catch (NumberFormatException _) {
            // Falls through: the token is not one of ours.
        }
        throw InvalidException.pageToken(token);
    }

    private List<Queue> all(Reach reach, Map<QueueName, Assets.QueueCount> counts) {
        Set<String> used =
                counts.keySet().stream().map(QueueName::pipeline).collect(Collectors.toSet());
        return pipelines.all(reach, used).stream()
                .flatMap(
                        pipeline ->
                                pipeline.value().stages().stream()
                                        .map(
                                                stage ->
                                                        queue(
                                                                new QueueName(
                                                                        pipeline.id(), stage.key()),
                                                                stage,
                                                                counts)))
                .toList();
    }

    private static Queue queue(
            QueueName name, Stage stage, Map<QueueName, Assets.QueueCount> counts) {
        return new Queue(
                stage,
                counts.getOrDefault(name, new Assets.QueueCount(name, 0, 0, Optional.empty())));
    }

    /** A queue, and how much there is in it. */
    public record Queue(Stage stage, Assets.QueueCount count) {}
}
