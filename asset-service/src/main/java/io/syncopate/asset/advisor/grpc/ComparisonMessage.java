package io.syncopate.asset.advisor.grpc;

import io.syncopate.asset.advisor.ModelRow;
import io.syncopate.proto.asset.v1.ProductionModelComparison;
import io.syncopate.proto.asset.v1.ProductionModelComparison.Range;
import io.syncopate.proto.asset.v1.ProductionModelComparison.Row;

/** The three models side by side. */
final class ComparisonMessage {

    private ComparisonMessage() {}

    static ProductionModelComparison write() {
        return ProductionModelComparison.newBuilder()
                .addAllModels(ModelRow.COMPARISON.stream().map(ComparisonMessage::row).toList())
                .setGuidance(Models.GUIDANCE)
                .build();
    }

    private static Row row(ModelRow row) {
        return Row.newBuilder()
                .setModel(Models.write(row.model()))
                .setDisplayName(row.model().displayName())
                .setHandoffMethod(row.handoffMethod())
                .setCycleTime(row.cycleTime())
                .setScalability(row.scalability())
                .setContextPreservation(row.contextPreservation())
                .setTeamOverhead(row.teamOverhead())
                .setReworkRisk(row.reworkRisk())
                .setCycleDays(range(row.cycleDaysFrom(), row.cycleDaysTo()))
                .setChannels(range(row.channelsFrom(), row.channelsTo().orElse(0)))
                .setLockstep(row.lockstep())
                .setLiveContact(row.liveContact())
                .setSetupCost(row.setupCost())
                .setAttention(row.attention())
                .build();
    }

    private static Range range(double from, double to) {
        return Range.newBuilder().setFrom(from).setTo(to).build();
    }
}
