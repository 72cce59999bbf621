package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.AvailablePipelines;
import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.asset.pipeline.QueueName;
import io.syncopate.asset.pipeline.Stage;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The queues of all pipelines, and how much there is in each. */
public final class ViewQueues {

    private static final int PIPELINES_AT_ONCE = 200;

    private final Assets assets;
    private final Commissions commissions;
    private final AvailablePipelines pipelines;

    public ViewQueues(Assets assets, Commissions commissions, AvailablePipelines pipelines) {
        this.assets = assets;
        this.commissions = commissions;
        this.pipelines = pipelines;
    }

    /** By pipeline and then in the order of its stages. */
    public Page<Queue> list(TenantId tenant, PageRequest page) {
        int from = start(page.token());
        Map<QueueName, Assets.QueueCount> counts =
                assets.queueCounts(tenant, commissions.fanningOut(tenant)).stream()
                        .collect(Collectors.toMap(Assets.QueueCount::queue, Function.identity()));
        List<Queue> all = all(tenant, counts);
        int to = Math.min(all.size(), from + page.size());
        return new Page<>(
                all.subList(Math.min(from, to), to), to < all.size() ? Integer.toString(to) : "");
    }

    private static int start(String token) {
        if (token.isEmpty()) {
            return 0;
        }
        try {
            return Integer.parseUnsignedInt(token);
        } catch (NumberFormatException _) {
            throw InvalidException.pageToken(token);
        }
    }

    private List<Queue> all(TenantId tenant, Map<QueueName, Assets.QueueCount> counts) {
        List<Queue> all = new ArrayList<>();
        String token = "";
        do {
            Page<Versioned<Pipeline>> found =
                    pipelines.list(tenant, new PageRequest(PIPELINES_AT_ONCE, token));
            for (Versioned<Pipeline> pipeline : found.items()) {
                for (Stage stage : pipeline.value().stages()) {
                    all.add(queue(new QueueName(pipeline.id(), stage.key()), stage, counts));
                }
            }
            token = found.nextToken();
        } while (!token.isEmpty());
        return all;
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
