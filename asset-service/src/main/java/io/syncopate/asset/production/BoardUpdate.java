package io.syncopate.asset.production;

import java.util.List;

/** What somebody who watches a board is told. */
public sealed interface BoardUpdate {

    /** Whoever was told this can go on from here. */
    String place();

    /** The board as it is; it replaces all that was told before. */
    record Whole(List<ViewBoard.Column> columns, String place) implements BoardUpdate {

        public Whole {
            columns = List.copyOf(columns);
        }
    }

    /**
     * An asset as it is now, wherever it was before: being told twice does no harm.
     *
     * @param counts of all stages that hold an asset
     */
    record Changed(Asset asset, List<Assets.StageCount> counts, String place)
            implements BoardUpdate {

        public Changed {
            counts = List.copyOf(counts);
        }
    }
}
