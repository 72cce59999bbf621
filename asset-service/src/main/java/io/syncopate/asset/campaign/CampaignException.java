package io.syncopate.asset.campaign;

import io.syncopate.kernel.RefusedException;

import java.util.List;
import java.util.Map;

/** Why a campaign cannot be. */
public abstract sealed class CampaignException extends RefusedException {

    private static final long serialVersionUID = 1;

    private CampaignException(
            String reason, String message, Map<String, String> metadata, List<Violation> fields) {
        super(Kind.INVALID_ARGUMENT, reason, message, metadata, fields);
    }

    /** An asset names a channel that the campaign does not have. */
    public static final class UnknownChannel extends CampaignException {
        private static final long serialVersionUID = 1;

        UnknownChannel(List<Violation> fields) {
            super(
                    "UNKNOWN_CHANNEL",
                    "assets name channels that the campaign does not have",
                    Map.of(),
                    fields);
        }
    }

    /** An asset depends on, or is coupled with, a key that the campaign does not have. */
    public static final class UnknownDependency extends CampaignException {
        private static final long serialVersionUID = 1;

        UnknownDependency(List<Violation> fields) {
            super(
                    "UNKNOWN_DEPENDENCY",
                    "assets name assets that the campaign does not have",
                    Map.of(),
                    fields);
        }
    }

    /** Assets wait for each other, and no coupled pair is in between. */
    public static final class DependencyCycle extends CampaignException {
        private static final long serialVersionUID = 1;

        DependencyCycle(List<String> cycle) {
            super(
                    "DEPENDENCY_CYCLE",
                    "assets depend on each other in a circle: " + path(cycle),
                    Map.of("cycle", path(cycle)),
                    List.of(
                            Violation.of(
                                    "campaign.assets",
                                    path(cycle),
                                    "no circle, or a coupled pair in it")));
        }

        private static String path(List<String> cycle) {
            return String.join(" -> ", cycle);
        }
    }
}
