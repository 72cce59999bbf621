package io.syncopate.asset.advisor.grpc;

import io.syncopate.proto.asset.v1.Level;
import io.syncopate.proto.asset.v1.ProductionModel;
import io.syncopate.proto.asset.v1.ProductionSituation;
import io.syncopate.proto.asset.v1.ProductionSituation.CoupledPair;
import io.syncopate.proto.asset.v1.ProductionSituation.Current.SatisfactionTrend;
import io.syncopate.proto.asset.v1.ProductionSituation.Tooling.Budget;
import io.syncopate.proto.asset.v1.ProductionSituation.Tooling.Part;
import io.syncopate.proto.asset.v1.ProductionSituation.Work.Coupling;

/** The teams of the guide, with what it says of them and nothing else. */
final class Situations {

    private Situations() {}

    static ProductionSituation.Builder nonprofit() {
        var situation = ProductionSituation.newBuilder();
        situation.getTeamBuilder().setSize(3);
        situation.getWorkBuilder().setChannels(2).setVolume(Level.Value.LOW);
        return situation;
    }

    static ProductionSituation.Builder socialTeam() {
        var situation = ProductionSituation.newBuilder();
        situation
                .getTeamBuilder()
                .setSize(6)
                .putRoles("copywriter", 2)
                .putRoles("designer", 2)
                .putRoles("strategist", 1)
                .putRoles("reviewer", 1)
                .setDocumentationDiscipline(Level.Value.HIGH);
        situation.getWorkBuilder().setChannels(4).setCoupling(Coupling.LOW);
        situation.getDeadlinesBuilder().setTargetTurnaroundHours(24);
        return situation;
    }

    static ProductionSituation.Builder brandTeam() {
        var situation = ProductionSituation.newBuilder();
        situation.getTeamBuilder().setSize(12);
        situation
                .getWorkBuilder()
                .setChannels(5)
                .setSimultaneousLaunch(true)
                .setCoupling(Coupling.HIGH)
                .addCoupledPairs(CoupledPair.newBuilder().setA("copy").setB("design"))
                .setBrandConsistency(Level.Value.HIGH);
        situation.getCurrentBuilder().setCycleDays(10);
        return situation;
    }

    static ProductionSituation.Builder startup() {
        var situation = ProductionSituation.newBuilder();
        situation.getTeamBuilder().setSize(3).setPartTime(true);
        situation.getWorkBuilder().setChannels(3);
        situation.getToolingBuilder().addParts(Part.EMAIL).setSetupBudget(Budget.NONE);
        situation
                .getCurrentBuilder()
                .setModel(ProductionModel.Value.A)
                .setCycleDays(5)
                .setReviewWaitDays(2)
                .setBottleneck("founder");
        return situation;
    }

    static ProductionSituation.Builder agency() {
        var situation = ProductionSituation.newBuilder();
        situation.getTeamBuilder().setSize(20);
        situation.getWorkBuilder().setChannels(40).setClients(10).setVolume(Level.Value.HIGH);
        situation
                .getToolingBuilder()
                .addParts(Part.PROJECT_BOARD)
                .addParts(Part.AUTOMATION)
                .addParts(Part.DAM)
                .addParts(Part.VERSION_HISTORY)
                .addParts(Part.NOTIFICATIONS);
        situation
                .getCurrentBuilder()
                .setModel(ProductionModel.Value.C)
                .setMonthsInModel(3)
                .setUnassignedItems(true)
                .setAlertsPerComment(true)
                .setSatisfactionTrend(SatisfactionTrend.FALLING);
        return situation;
    }
}
