package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.asset.pipeline.Stage;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Versioned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shared view of all work: one column per stage, each asset in exactly one. */
public final class ViewBoard {

    private final Assets assets;
    private final Commissions commissions;
    private final PipelinesInUse pipelines;

    public ViewBoard(Assets assets, Commissions commissions, PipelinesInUse pipelines) {
        this.assets = assets;
        this.commissions = commissions;
        this.pipelines = pipelines;
    }

    /**
     * @param campaign empty for all campaigns
     * @param cards how many assets a column shows at most; its count is that of all
     * @throws NotFoundException when no such pipeline or campaign is in reach
     */
    public List<Column> get(Reach reach, String pipeline, Optional<String> campaign, int cards) {
        Pipeline current = pipelines.get(reach, pipeline).value();
        campaign.filter(id -> !isSeen(reach, id))
                .ifPresent(
                        id -> {
                            throw new NotFoundException("campaign", "campaigns/" + id);
                        });
        var selection =
                new Assets.BoardSelection(
                        reach, pipeline, campaign, commissions.fanningOut(reach.tenant()));
        Map<Optional<String>, Integer> counts = new LinkedHashMap<>();
        assets.stageCounts(selection).forEach(row -> counts.put(row.stage(), row.assets()));

        List<Column> columns = new ArrayList<>();
        for (Stage stage : current.stages()) {
            columns.add(
                    column(
                            selection,
                            Optional.of(stage.key()),
                            stage.displayName(),
                            counts,
                            cards));
        }
        // Campaigns keep the pipeline that they began with: it may have stages that are gone since.
        counts.keySet().stream()
                .flatMap(Optional::stream)
                .filter(stage -> current.find(stage).isEmpty())
                .sorted()
                .forEach(
                        stage ->
                                columns.add(
                                        column(
                                                selection,
                                                Optional.of(stage),
                                                stage,
                                                counts,
                                                cards)));
        columns.add(column(selection, Optional.empty(), "Done", counts, cards));
        return columns;
    }

    private boolean isSeen(Reach reach, String campaign) {
        return commissions
                .find(reach.tenant(), campaign)
                .filter(found -> reach.covers(found.ownership()))
                .isPresent();
    }

    /** The stage that holds most assets; empty when all are empty or two hold as many. */
    public static Optional<String> fullest(List<Column> columns) {
        int most =
                columns.stream()
                        .filter(column -> column.stage().isPresent())
                        .mapToInt(Column::count)
                        .max()
                        .orElse(0);
        List<String> fullest =
                columns.stream()
                        .filter(column -> column.count() == most)
                        .flatMap(column -> column.stage().stream())
                        .toList();
        return most > 0 && fullest.size() == 1 ? Optional.of(fullest.getFirst()) : Optional.empty();
    }

    private Column column(
            Assets.BoardSelection selection,
            Optional<String> stage,
            String displayName,
            Map<Optional<String>, Integer> counts,
            int cards) {
        int count = counts.getOrDefault(stage, 0);
        return new Column(
                stage,
                displayName,
                count,
                count == 0 ? List.of() : assets.inColumn(selection, stage, cards));
    }

    /**
     * One stage.
     *
     * @param stage empty for what is done
     * @param count of all assets in it
     * @param cards those longest in the stage first
     */
    public record Column(
            Optional<String> stage, String displayName, int count, List<Versioned<Asset>> cards) {}
}
