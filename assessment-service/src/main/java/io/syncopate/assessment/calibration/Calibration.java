package io.syncopate.assessment.calibration;

import io.syncopate.assessment.calibration.Anchored.Place;
import io.syncopate.assessment.calibration.Told.LeftOut;
import io.syncopate.assessment.calibration.Told.Reviewed;
import io.syncopate.assessment.model.CompileModel;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.ModelName;
import io.syncopate.assessment.model.ModelText;
import io.syncopate.assessment.model.ModelText.Points;
import io.syncopate.assessment.model.Workflow;
import io.syncopate.assessment.scoring.Answer;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.assessment.scoring.Score;
import io.syncopate.kernel.RefusedException.Violation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One model held against reviewed programmes, one after the other; for one thread at a time. */
public final class Calibration {

    /** Programmes looked at, as many as a back-test looks at. */
    public static final int PROGRAMS = 10_000;

    /**
     * Programmes that have to say something. With the shipped uncertainty one that differs from the
     * others in one criterion moves its weight by 21 thousandths at most, so a dozen of them, all
     * alike, have to pull before it is at its end; with more than two dozens no handful decides.
     */
    public static final int NEEDED = 30;

    /** Of those that reached and of those that missed: below five the rarer result says nothing. */
    public static final int EACH_NEEDED = 5;

    private static final int LEFT_OUT_TOLD = 100;

    private final Anchored anchored;
    private final DecisionModel trusted;
    private final AnswerBrief answers;
    private final List<Lesson> lessons = new ArrayList<>();
    private final Map<LeftOut.Reason, Integer> counts = new EnumMap<>(LeftOut.Reason.class);
    private final List<LeftOut> leftOut = new ArrayList<>();

    private Calibration(Anchored anchored, DecisionModel trusted, AnswerBrief answers) {
        this.anchored = anchored;
        this.trusted = trusted;
        this.answers = answers;
    }

    /**
     * @param model what is calibrated, and under which name
     * @param towards what its weights are held to
     * @throws CalibrationException when no weight of the model may move
     */
    public static Calibration of(
            ModelName name,
            ModelText model,
            ModelText towards,
            CompileModel compile,
            AnswerBrief answers) {
        if (model.weightUncertainty() == 0) {
            throw new CalibrationException.NothingToCalibrate(
                    "'%s' says that its weights are certain: expected a weight_uncertainty_permille above 0, as far as outcomes may move them"
                            .formatted(name));
        }
        Anchored anchored = Anchored.of(model, towards);
        if (anchored.weights().isEmpty()) {
            throw new CalibrationException.NothingToCalibrate(
                    "no criterion of '%s' can be held to the trusted model: expected the same id and expression there, and points that are a weight of its points within %d thousandths"
                            .formatted(name, model.weightUncertainty()));
        }
        return new Calibration(
                anchored,
                compile.compiled(name.id(), name.version().orElseThrow(), anchored.trusted()),
                answers);
    }

    public void add(List<Told> told) {
        for (Told each : told) {
            switch (each) {
                case LeftOut out -> leaveOut(out);
                case Reviewed reviewed ->
                        lesson(reviewed)
                                .ifPresentOrElse(
                                        lessons::add,
                                        () -> leaveOut(reviewed.withoutAlternative()));
            }
        }
    }

    private void leaveOut(LeftOut out) {
        counts.merge(out.reason(), 1, Integer::sum);
        if (leftOut.size() < LEFT_OUT_TOLD) {
            leftOut.add(out);
        }
    }

    /** Empty when nothing but the workflow that ran was open. */
    private Optional<Lesson> lesson(Reviewed reviewed) {
        Answer answer = answers.answer(reviewed.brief(), trusted);
        Workflow ran = reviewed.ran();
        return answer.scores().stream()
                .filter(score -> score.workflow() != ran && score.feasible())
                .findFirst()
                .map(Score::workflow)
                .map(other -> lesson(reviewed, answer, other));
    }

    private Lesson lesson(Reviewed reviewed, Answer answer, Workflow other) {
        Map<String, Weight> weights = anchored.weights();
        var points = new TreeMap<String, Integer>();
        int fixed = 0;
        for (var contribution : answer.contributions()) {
            int ahead = contribution.points().on(reviewed.ran()) - contribution.points().on(other);
            if (weights.containsKey(contribution.criterion())) {
                points.put(contribution.criterion(), ahead);
            } else {
                fixed += ahead;
            }
        }
        return new Lesson(reviewed.program(), reviewed.reached(), fixed, points);
    }

    /**
     * Other weights. It computes for up to some seconds.
     *
     * @throws CalibrationException when there is too little to say anything
     */
    public Proposal propose() {
        int reached = (int) lessons.stream().filter(Lesson::reached).count();
        refuseTooFew(reached, lessons.size() - reached);
        Map<String, Weight> weights = anchored.weights();
        var all = new Lessons(lessons, scale(weights));
        double variance = Fit.variance(anchored.model().weightUncertainty());
        Map<String, Integer> proposed = Fit.of(all, weights, variance).weights();
        return new Proposal(
                anchored.at(proposed),
                anchored.places().stream().map(place -> change(place, proposed)).toList(),
                reached,
                lessons.size() - reached,
                (int) all.scale(),
                HeldOut.of(all, weights, variance));
    }

    private void refuseTooFew(int reached, int missed) {
        var shortages = new ArrayList<Violation>();
        atLeast(NEEDED, "programs", reached + missed, shortages);
        atLeast(EACH_NEEDED, "programs that reached their targets", reached, shortages);
        atLeast(
                EACH_NEEDED,
                "programs that missed a target because of the workflow",
                missed,
                shortages);
        if (!shortages.isEmpty()) {
            throw new CalibrationException.TooFewReviewed(shortages, counts);
        }
    }

    private static void atLeast(int needed, String what, int there, List<Violation> shortages) {
        if (there < needed) {
            shortages.add(
                    Violation.ofCount("reviewed " + what, there, "at least %d".formatted(needed)));
        }
    }

    /** The furthest that one criterion moves two workflows apart. */
    private static int scale(Map<String, Weight> weights) {
        return weights.values().stream()
                .mapToInt(weight -> spread(weight.full()))
                .max()
                .orElseThrow();
    }

    private static int spread(Points points) {
        int most =
                Math.max(points.synchronous(), Math.max(points.asynchronous(), points.blended()));
        int least =
                Math.min(points.synchronous(), Math.min(points.asynchronous(), points.blended()));
        return most - least;
    }

    private Change change(Place place, Map<String, Integer> proposed) {
        String id = place.criterion().id();
        Points before = place.criterion().points();
        Votes votes = Votes.of(lessons, id);
        return switch (place) {
            case Place.Fixed fixed -> new Change(id, fixed.standing(), 0, 0, before, before, votes);
            case Place.Weighed weighed -> {
                Points points = weighed.weight().at(proposed.getOrDefault(id, weighed.before()));
                // Where points are few, several weights are the same points: it is told as the next
                // calibration will know it.
                yield new Change(
                        id,
                        weighed.standing(),
                        weighed.before(),
                        weighed.weight().giving(points).orElseThrow(),
                        before,
                        points,
                        votes);
            }
        };
    }

    /** Programmes that said nothing, by reason. */
    public Map<LeftOut.Reason, Integer> leftOutCounts() {
        return new EnumMap<>(counts);
    }

    /** The first of those, in the order in which they were added. */
    public List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }
}
