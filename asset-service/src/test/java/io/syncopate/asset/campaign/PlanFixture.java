package io.syncopate.asset.campaign;

import io.syncopate.asset.production.Priority;

import java.util.Arrays;
import java.util.List;

/** Campaign plans to start from in tests. */
public final class PlanFixture {

    private PlanFixture() {}

    public static PlannedAsset asset(String key, String... dependsOn) {
        return new PlannedAsset(
                key,
                "Asset " + key,
                "email",
                "",
                Priority.NORMAL,
                List.of(dependsOn),
                List.of(),
                "");
    }

    public static PlannedAsset coupled(String key, String with, String... dependsOn) {
        return new PlannedAsset(
                key,
                "Asset " + key,
                "email",
                "",
                Priority.NORMAL,
                List.of(dependsOn),
                List.of(with),
                "");
    }

    public static PlannedAsset asset(String key, Priority priority, String channel) {
        return new PlannedAsset(
                key, "Asset " + key, channel, "", priority, List.of(), List.of(), "");
    }

    public static CampaignPlan plan(String pipeline, PlannedAsset... assets) {
        return new CampaignPlan(
                "Spring launch",
                pipeline,
                "",
                "Tell everybody that spring is here.",
                List.of(
                        new Channel("email", "E-mail", 10),
                        new Channel("social", "Social", 90),
                        new Channel("print", "Print", 0)),
                Arrays.asList(assets));
    }
}
