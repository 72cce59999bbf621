package io.syncopate.asset.production;

import io.syncopate.kernel.TenantId;

import java.util.Optional;

/** What stands in for the log in plain tests keeps its contract. */
class ListedStepsTest extends AssetLogContract {

    private final ListedSteps steps = new ListedSteps();

    @Override
    protected AssetLog log() {
        return steps;
    }

    @Override
    protected void happens(TenantId tenant, Optional<AssetId> asset) {
        steps.happened(new AssetLog.Step(tenant, asset));
    }

    @Override
    protected String beyondTheEnd() {
        return "1000";
    }
}
