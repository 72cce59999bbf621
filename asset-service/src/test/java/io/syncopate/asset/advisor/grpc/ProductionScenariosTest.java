package io.syncopate.asset.advisor.grpc;

import static io.syncopate.asset.advisor.grpc.AdvisorClient.kinds;
import static io.syncopate.asset.advisor.grpc.AdvisorClient.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.proto.asset.v1.ProductionAdvice;
import io.syncopate.proto.asset.v1.ProductionAdvice.Practice.Kind;
import io.syncopate.proto.asset.v1.ProductionAdvice.Statement;
import io.syncopate.proto.asset.v1.ProductionModel.Value;
import io.syncopate.proto.asset.v1.ProductionSituation.Current.Agenda;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The four teams of the production guide get the answers that worked for them. */
class ProductionScenariosTest {

    private final AdvisorClient advisor = new AdvisorClient();

    @AfterEach
    void close() {
        advisor.close();
    }

    @Test
    @Rule("P-067")
    void theSocialTeamGetsCWithAReviewerOnCallForWhatIsUrgent() {
        var situation = Situations.socialTeam();
        assertThat(advisor.advise(situation).getRecommended()).isEqualTo(Value.C);
        assertThat(kinds(advisor.advise(situation).getExceptionsList()))
                .doesNotContain(Kind.ON_CALL_REVIEWER);

        situation.getDeadlinesBuilder().setUrgentRequests(true).setUrgentWithinHours(4);
        ProductionAdvice urgent = advisor.advise(situation);
        assertThat(urgent.getRecommended()).isEqualTo(Value.C);
        var onCall = practice(urgent.getExceptionsList(), Kind.ON_CALL_REVIEWER);
        assertThat(onCall.getMinutes()).isEqualTo(30);
        assertThat(onCall.getMandatory()).isTrue();
        assertThat(onCall.getReason()).contains("17 hours");
    }

    @Test
    @Rule("P-068")
    void theBrandTeamGetsBWithMondayAndThursdayAndAWarningToTimeBox() {
        var situation = Situations.brandTeam();
        ProductionAdvice advice = advisor.advise(situation);
        assertThat(advice.getRecommended()).isEqualTo(Value.B);
        assertThat(practice(advice.getPracticesList(), Kind.PLANNING_MEETING).getDaysList())
                .containsExactly("MONDAY");
        assertThat(practice(advice.getPracticesList(), Kind.REVIEW_MEETING).getDaysList())
                .containsExactly("THURSDAY");
        assertThat(advice.getRisksList())
                .filteredOn(risk -> risk.getId().equals("status-rounds"))
                .extracting(Statement::getMitigation)
                .containsExactly("strict time box; decisions only, status in writing");
        assertThat(kinds(advice.getExceptionsList())).doesNotContain(Kind.TIME_BOX);

        situation.getCurrentBuilder().setAgenda(Agenda.STATUS);
        assertThat(kinds(advisor.advise(situation).getExceptionsList())).contains(Kind.TIME_BOX);
    }

    @Test
    @Rule("P-069")
    void theStartupGetsBByConventionAloneWithFixedReviewTimesAndNothingToBuy() {
        ProductionAdvice advice = advisor.advise(Situations.startup());
        assertThat(advice.getRecommended()).isEqualTo(Value.B);
        assertThat(practice(advice.getExceptionsList(), Kind.REVIEW_SLOTS).getDaysList())
                .containsExactly("TUESDAY", "THURSDAY");
        assertThat(kinds(advice.getPracticesList())).containsExactly(Kind.CONVENTIONS);
        assertThat(advice.getPractices(0).getText()).contains("nothing to buy");
        assertThat(advice.getMissingPartsList()).isEmpty();
    }

    @Test
    @Rule({"P-070", "N-16"})
    void theAgencyKeepsCOnlyWithStandUpTransitionNotificationsAndOwners() {
        ProductionAdvice advice = advisor.advise(Situations.agency());
        assertThat(advice.getRecommended()).isIn(Value.B, Value.C);
        var standUp = practice(advice.getExceptionsList(), Kind.DAILY_STAND_UP);
        assertThat(standUp.getMinutes()).isEqualTo(10);
        assertThat(standUp.getDaysList())
                .containsExactly("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY");
        for (Kind kind :
                new Kind[] {
                    Kind.DAILY_STAND_UP, Kind.TRANSITION_NOTIFICATIONS, Kind.ITEM_OWNERSHIP
                }) {
            assertThat(practice(advice.getExceptionsList(), kind).getMandatory()).isTrue();
        }

        var healthy = Situations.agency();
        healthy.getCurrentBuilder().clear().setModel(Value.C);
        assertThat(kinds(advisor.advise(healthy).getExceptionsList()))
                .doesNotContain(Kind.DAILY_STAND_UP, Kind.TRANSITION_NOTIFICATIONS);
        // Where B is taken in its place, the same remedies are mandatory.
        assertThat(kinds(advisor.advise(Situations.agency(), Value.B).getExceptionsList()))
                .contains(Kind.DAILY_STAND_UP, Kind.TRANSITION_NOTIFICATIONS, Kind.ITEM_OWNERSHIP);
    }
}
