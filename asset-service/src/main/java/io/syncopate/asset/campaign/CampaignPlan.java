package io.syncopate.asset.campaign;

import io.syncopate.asset.production.AssetId;
import io.syncopate.asset.production.Deliverable;
import io.syncopate.asset.production.Place;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a campaign is to produce, and where it goes out.
 *
 * @param pipeline id of the pipeline that its assets go through
 * @param sourceProgram name of the training program that asked for it; may be empty
 * @param brief what is to be achieved and why; may be empty
 */
public record CampaignPlan(
        String displayName,
        String pipeline,
        String sourceProgram,
        String brief,
        List<Channel> channels,
        List<PlannedAsset> assets) {

    /**
     * @throws InvalidException with one violation per field that cannot be
     * @throws CampaignException for names that lead nowhere, and for a circle, which it names
     */
    public CampaignPlan {
        channels = List.copyOf(channels);
        assets = List.copyOf(assets);
        requireWholeness(displayName, channels, assets);
        requireKnownChannels(channels, assets);
        var graph = new DependencyGraph(assets);
        List<Violation> unknown = graph.unknown();
        if (!unknown.isEmpty()) {
            throw new CampaignException.UnknownDependency(unknown);
        }
        graph.cycle()
                .ifPresent(
                        cycle -> {
                            throw new CampaignException.DependencyCycle(cycle);
                        });
    }

    List<Deliverable> deliverables(String campaign) {
        var graph = new DependencyGraph(assets);
        Map<String, Integer> urgency =
                channels.stream().collect(Collectors.toMap(Channel::key, Channel::urgency));
        List<Deliverable> deliverables = new ArrayList<>();
        for (PlannedAsset asset : assets) {
            deliverables.add(
                    new Deliverable(
                            new AssetId(campaign, asset.key()),
                            pipeline,
                            asset.displayName(),
                            asset.channel(),
                            urgency.getOrDefault(asset.channel(), 0),
                            asset.activity(),
                            asset.priority(),
                            deliverables.size(),
                            Set.copyOf(asset.dependsOn()),
                            graph.coupledWith(asset.key())));
        }
        return deliverables;
    }

    private static void requireWholeness(
            String displayName, List<Channel> channels, List<PlannedAsset> assets) {
        List<Violation> violations = new ArrayList<>();
        name("campaign.display_name", displayName, violations);
        Set<String> channelKeys = new HashSet<>();
        for (int i = 0; i < channels.size(); i++) {
            String at = "campaign.channels[%d].".formatted(i);
            unique(at + "key", channels.get(i).key(), channelKeys, violations);
            int urgency = channels.get(i).urgency();
            if (urgency < 0 || urgency > Place.MAX_URGENCY) {
                violations.add(
                        Violation.of(
                                at + "urgency", urgency, "0 to %d".formatted(Place.MAX_URGENCY)));
            }
        }
        if (assets.isEmpty() || assets.size() > Deliverable.MAX_IN_CAMPAIGN) {
            violations.add(
                    Violation.ofCount(
                            "campaign.assets",
                            assets.size(),
                            "1 to %d".formatted(Deliverable.MAX_IN_CAMPAIGN)));
        }
        Set<String> assetKeys = new HashSet<>();
        for (int i = 0; i < assets.size(); i++) {
            String at = "campaign.assets[%d].".formatted(i);
            unique(at + "key", assets.get(i).key(), assetKeys, violations);
            name(at + "display_name", assets.get(i).displayName(), violations);
        }
        if (!violations.isEmpty()) {
            throw new InvalidException(violations);
        }
    }

    private static void requireKnownChannels(List<Channel> channels, List<PlannedAsset> assets) {
        List<String> known = channels.stream().map(Channel::key).toList();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < assets.size(); i++) {
            if (!known.contains(assets.get(i).channel())) {
                violations.add(
                        Violation.of(
                                "campaign.assets[%d].channel".formatted(i),
                                assets.get(i).channel(),
                                "one of %s".formatted(known)));
            }
        }
        if (!violations.isEmpty()) {
            throw new CampaignException.UnknownChannel(violations);
        }
    }

    private static void name(String field, String value, List<Violation> violations) {
        if (value.isBlank()) {
            violations.add(Violation.missing(field, "a name"));
        }
    }

    private static void unique(
            String field, String key, Set<String> seen, List<Violation> violations) {
        if (!seen.add(key)) {
            violations.add(Violation.of(field, key, "each key once"));
        }
    }
}
