package io.syncopate.assessment.cost;

import static io.syncopate.assessment.cost.Input.COHORTS;
import static io.syncopate.assessment.cost.Input.CONTENT_MINUTES;
import static io.syncopate.assessment.cost.Input.FACILITATOR_HOUR;
import static io.syncopate.assessment.cost.Input.FEEDBACK_MINUTES;
import static io.syncopate.assessment.cost.Input.GROUP_SIZE;
import static io.syncopate.assessment.cost.Input.LEARNERS;
import static io.syncopate.assessment.cost.Input.LEARNER_HOUR;
import static io.syncopate.assessment.cost.Input.LEARNER_SUPPORT;
import static io.syncopate.assessment.cost.Input.LIVE_DEVELOPMENT_HOURS;
import static io.syncopate.assessment.cost.Input.LIVE_LICENCE;
import static io.syncopate.assessment.cost.Input.LIVE_PERMILLE;
import static io.syncopate.assessment.cost.Input.PLATFORM_LICENCE;
import static io.syncopate.assessment.cost.Input.PREPARATION_MINUTES;
import static io.syncopate.assessment.cost.Input.PRODUCER_HOUR;
import static io.syncopate.assessment.cost.Input.REFRESH_PERMILLE;
import static io.syncopate.assessment.cost.Input.SELF_PACED_DEVELOPMENT_HOURS;
import static io.syncopate.assessment.cost.Input.SESSION_MINUTES;
import static io.syncopate.assessment.cost.Input.SESSION_SUPPORT;

import io.syncopate.assessment.model.Workflow;

import java.util.stream.Stream;

/**
 * What one workflow costs in one scenario. Each price of a learner, a group and the whole is rounded
 * to a minor unit once; from there on everything is whole.
 */
final class Reckoning {

    private static final int HOUR = 60;
    private static final int PERMILLE = 1000;

    private final Assumptions assumptions;
    private final Scenario scenario;
    private final long livePermille;
    private final long live;
    private final long selfPaced;

    private Reckoning(Assumptions assumptions, Scenario scenario, Workflow workflow) {
        this.assumptions = assumptions;
        this.scenario = scenario;
        long content = at(CONTENT_MINUTES);
        this.livePermille =
                switch (workflow) {
                    case SYNCHRONOUS -> PERMILLE;
                    case ASYNCHRONOUS -> 0;
                    case BLENDED -> at(LIVE_PERMILLE);
                };
        this.live = rounded(content * livePermille, PERMILLE);
        this.selfPaced = content - live;
    }

    static Reckoning of(Assumptions assumptions, Scenario scenario, Workflow workflow) {
        return new Reckoning(assumptions, scenario, workflow);
    }

    long liveMinutes() {
        return live;
    }

    long selfPacedMinutes() {
        return selfPaced;
    }

    long groupSize() {
        return at(GROUP_SIZE);
    }

    /** Over all groups and cohorts. */
    long sessions() {
        return sessionsOfAGroup() * at(COHORTS) * Math.ceilDiv(at(LEARNERS), groupSize());
    }

    CostCurve line(CostKind kind) {
        return switch (kind) {
            case DEVELOPMENT -> development();
            case DELIVERY -> delivery();
            case LEARNER_TIME -> learnerTime();
            case LICENCES -> licences();
            case SUPPORT -> support();
        };
    }

    long lineAtLearners(CostKind kind) {
        return line(kind).at(at(LEARNERS), groupSize());
    }

    CostCurve total() {
        return Stream.of(CostKind.values())
                .map(this::line)
                .reduce(CostCurve.NOTHING, CostCurve::plus);
    }

    long totalAtLearners() {
        return total().at(at(LEARNERS), groupSize());
    }

    private CostCurve development() {
        long once = rounded(live * at(LIVE_DEVELOPMENT_HOURS) * at(PRODUCER_HOUR), HOUR);
        long material =
                rounded(selfPaced * at(SELF_PACED_DEVELOPMENT_HOURS) * at(PRODUCER_HOUR), HOUR);
        long refreshes = at(REFRESH_PERMILLE) * (at(COHORTS) - 1);
        long anew = rounded(Math.multiplyExact(material, refreshes), PERMILLE);
        return new CostCurve(Math.addExact(Math.addExact(once, material), anew), 0, 0);
    }

    private CostCurve delivery() {
        long group =
                rounded(
                        live * (HOUR + at(PREPARATION_MINUTES)) * at(FACILITATOR_HOUR),
                        HOUR * HOUR);
        long learner = ofSelfPaced(rounded(at(FEEDBACK_MINUTES) * at(FACILITATOR_HOUR), HOUR));
        return overCohorts(0, learner, group);
    }

    private CostCurve learnerTime() {
        return overCohorts(0, rounded(at(CONTENT_MINUTES) * at(LEARNER_HOUR), HOUR), 0);
    }

    private CostCurve licences() {
        return overCohorts(
                live > 0 ? at(LIVE_LICENCE) : 0, selfPaced > 0 ? at(PLATFORM_LICENCE) : 0, 0);
    }

    private CostCurve support() {
        return overCohorts(
                0, ofSelfPaced(at(LEARNER_SUPPORT)), sessionsOfAGroup() * at(SESSION_SUPPORT));
    }

    private CostCurve overCohorts(long fixed, long perLearner, long perGroup) {
        long cohorts = at(COHORTS);
        return new CostCurve(
                Math.multiplyExact(fixed, cohorts),
                Math.multiplyExact(perLearner, cohorts),
                Math.multiplyExact(perGroup, cohorts));
    }

    private long ofSelfPaced(long whole) {
        return rounded(Math.multiplyExact(whole, PERMILLE - livePermille), PERMILLE);
    }

    private long sessionsOfAGroup() {
        return Math.ceilDiv(live, at(SESSION_MINUTES));
    }

    private long at(Input input) {
        return assumptions.at(input, scenario);
    }

    /** Half a minor unit counts as one. */
    private static long rounded(long amount, long parts) {
        return Math.floorDiv(Math.addExact(amount, parts / 2), parts);
    }
}
