package io.syncopate.assessment.cost;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.model.Source;
import io.syncopate.assessment.scoring.Point;

import java.util.ArrayList;
import java.util.List;

/** Costs that stand at nothing though they seldom are. */
final class ForgottenCosts {

    private final Brief brief;
    private final Assumptions assumptions;
    private final List<Point> found = new ArrayList<>();

    private ForgottenCosts(Brief brief, Assumptions assumptions) {
        this.brief = brief;
        this.assumptions = assumptions;
    }

    static List<Point> in(Brief brief, Assumptions assumptions) {
        return new ForgottenCosts(brief, assumptions).all();
    }

    private List<Point> all() {
        if (are(Input.LIVE_LICENCE, Input.PLATFORM_LICENCE)) {
            hidden("zero-licences", "Licences cost nothing here; platforms and tools seldom do.");
        } else if (isAny(Input.LIVE_LICENCE, Input.PLATFORM_LICENCE)) {
            hidden(
                    "part-of-licences-zero",
                    "One kind of licence costs nothing here: live sessions and self-paced work each"
                            + " need a platform.");
        }
        if (are(Input.SESSION_SUPPORT, Input.LEARNER_SUPPORT)) {
            hidden(
                    "zero-support",
                    "Technical support costs nothing here; somebody has to give it.");
        } else if (isAny(Input.SESSION_SUPPORT, Input.LEARNER_SUPPORT)) {
            hidden(
                    "part-of-support-zero",
                    "Technical support of one kind costs nothing here: sessions and self-paced work"
                            + " both need some.");
        }
        if (are(Input.FEEDBACK_MINUTES)) {
            found.add(
                    point(
                            "zero-feedback",
                            "Nobody's time goes into answering self-paced learners, so that part"
                                    + " has no feedback, or its cost is hidden.",
                            "L-033",
                            "When to choose asynchronous: timely feedback"));
        }
        if (are(Input.LEARNER_HOUR)) {
            hidden("zero-learner-time", "Learners' time away from their work costs nothing here.");
        }
        if (are(Input.REFRESH_PERMILLE) && changesOften() && hasLaterCohorts()) {
            found.add(
                    point(
                            "zero-refresh",
                            "The content changes often, and no later cohort's material is made"
                                    + " anew.",
                            "L-047",
                            "Step 3: asynchronous materials need regular updates, which is"
                                    + " labour-intensive"));
        }
        return found;
    }

    private boolean changesOften() {
        return brief.is("content.change_frequency", "MONTHLY")
                || brief.is("content.change_frequency", "WEEKLY");
    }

    private boolean hasLaterCohorts() {
        return assumptions.likely(Input.COHORTS) > 1;
    }

    private boolean are(Input... inputs) {
        return List.of(inputs).stream().allMatch(input -> assumptions.likely(input) == 0);
    }

    private boolean isAny(Input... inputs) {
        return List.of(inputs).stream().anyMatch(input -> assumptions.likely(input) == 0);
    }

    private void hidden(String id, String text) {
        found.add(point(id, text, "L-076", "Questions, cost: hidden costs, licences and support"));
    }

    private static Point point(String id, String text, String rule, String passage) {
        return new Point(id, text, List.of(), new Source(List.of(rule), passage));
    }
}
