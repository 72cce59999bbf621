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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four teams of the production guide get the answers that worked for them. */
class ProductionScenariosTest {

    private final AdvisorClient advisor = new AdvisorClient();

    @AfterEach
    void close() {
        advisor.close();
    }

    @Test
    @Rule("P-066")
    void theSocialTeamGetsCAndIsToldThatOneCameFrom36HoursTo18() {
        ProductionAdvice advice = advisor.advise(Situations.socialTeam());
        assertThat(advice.getRecommended()).isEqualTo(Value.C);
        assertThat(advice.getPrecedentsList())
                .extracting(Statement::getText)
                .contains("a social media team of six came from 36 hours to 18");
    }

    @Test
    @Rule("P-067")
    void theSocialTeamGetsCWithAReviewerOnCallForWhatIsUrgent() {
        var situation = Situations.socialTeam();
        assertThat(advisor.advise(situation).getRecommended()).isEqualTo(Value.C);
        assertThat(kinds(advisor.advise(situation).getExceptionsList()))
                .doesNotContain(Kind.ON_CALL_REVIEWER);

        situation
                .getDeadlinesBuilder()
                .setUrgentRequests(true)
                .setUrgentWithinHours(4)
                .setUrgentBreaksAt("16:00")
                .setReviewerBackAt("09:00");
        ProductionAdvice urgent = advisor.advise(situation);
        assertThat(urgent.getRecommended()).isEqualTo(Value.C);
        var onCall = practice(urgent.getExceptionsList(), Kind.ON_CALL_REVIEWER);
        assertThat(onCall.getMinutes()).isEqualTo(30);
        assertThat(onCall.getMandatory()).isTrue();
        assertThat(onCall.getWaitMinutes()).isEqualTo(17 * 60);
        assertThat(onCall.getReason())
                .isEqualTo(
                        "What breaks at 16:00 would wait for a reviewer who is back at 09:00: 17"
                                + " hours. It has to be out within 4 hours.");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    16:00, 09:00, 1020, 17 hours.
                    18:30, 08:15,  825, 13 hours 45 minutes.
                    08:00, 09:00,   60, 1 hour.
                    08:20, 09:00,   40, 40 minutes.
                    09:00, 09:00,    0, 0 hours.
                    """)
    @Rule("P-067")
    void theWaitWithoutSomebodyOnCallFollowsFromTheTimesThatAreStated(
            String breaks, String back, int minutes, String told) {
        var situation = Situations.socialTeam();
        situation.getDeadlinesBuilder().setUrgentBreaksAt(breaks).setReviewerBackAt(back);
        var onCall = practice(advisor.advise(situation).getExceptionsList(), Kind.ON_CALL_REVIEWER);
        assertThat(onCall.getWaitMinutes()).isEqualTo(minutes);
        assertThat(onCall.getReason()).endsWith(": " + told);
    }

    @ParameterizedTest
    @CsvSource({"16:00, ''", "'', 09:00"})
    @Rule("P-067")
    void noWaitIsClaimedFromHalfOfTheTimes(String breaks, String back) {
        var situation = Situations.socialTeam();
        situation
                .getDeadlinesBuilder()
                .setUrgentRequests(true)
                .setUrgentBreaksAt(breaks)
                .setReviewerBackAt(back);
        var onCall = practice(advisor.advise(situation).getExceptionsList(), Kind.ON_CALL_REVIEWER);
        assertThat(onCall.hasWaitMinutes()).isFalse();
        assertThat(onCall.getReason()).doesNotContainPattern("\\d");
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
