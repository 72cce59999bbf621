package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.asset.pipeline.Stage;
import io.syncopate.kernel.Versioned;

/** An asset with what its campaign says about it. */
public record AssetView(Versioned<Asset> stored, Commission commission) {

    public Asset asset() {
        return stored.value();
    }

    /** Where it is; the last one when it is done. */
    public Stage stage() {
        Pipeline pipeline = commission.pipeline();
        return asset().position()
                .map(place -> pipeline.stage(place.stage()))
                .orElseGet(pipeline::last);
    }
}
