package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.Workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where an answer holds when weights are otherwise: in closed form, since a score is a sum of
 * weighted points. With one weight {@code w} changed the answer stays ahead of a candidate while
 * {@code 1000·lead + (w − 1000)·difference ≥ 0}, lead and difference being the answer's total and the
 * criterion's own; with all of them off by up to {@code r}, while {@code 1000·lead ≥ r·Σ|difference|}.
 */
final class WeightIntervals {

    /** The weight that the model gives, in thousandths. */
    static final int AS_IN_MODEL = 1000;

    private final Race race;

    WeightIntervals(Race race) {
        this.race = race;
    }

    /** How far all weights may be off at once: 0 to 1000 thousandths, beyond which one would be negative. */
    int tolerance() {
        long tolerance = AS_IN_MODEL;
        for (Race.Rival rival : race.rivals()) {
            long span = 0;
            for (int difference : rival.differences()) {
                span += Math.abs(difference);
            }
            if (span > 0) {
                tolerance = Math.min(tolerance, slack(rival) / span);
            }
        }
        return Math.toIntExact(tolerance);
    }

    List<WeightInterval> intervals() {
        var intervals = new ArrayList<WeightInterval>();
        for (int criterion = 0; criterion < race.criteria().size(); criterion++) {
            intervals.add(interval(criterion));
        }
        return intervals;
    }

    private WeightInterval interval(int criterion) {
        long from = 0;
        long to = Long.MAX_VALUE;
        for (Race.Rival rival : race.rivals()) {
            int difference = rival.differences()[criterion];
            if (difference > 0) {
                from = Math.max(from, AS_IN_MODEL - slack(rival) / difference);
            } else if (difference < 0) {
                to = Math.min(to, AS_IN_MODEL + slack(rival) / -difference);
            }
        }
        boolean bounded = to < Integer.MAX_VALUE;
        return new WeightInterval(
                race.criteria().get(criterion),
                Math.toIntExact(from),
                bounded ? OptionalInt.of(Math.toIntExact(to)) : OptionalInt.empty(),
                from > 0 ? Optional.of(winner(criterion, from - 1)) : Optional.empty(),
                bounded ? Optional.of(winner(criterion, to + 1)) : Optional.empty());
    }

    /** How much the answer can lose to a rival and still be chosen, in thousandths of a point. */
    private static long slack(Race.Rival rival) {
        return (long) AS_IN_MODEL * rival.lead() - (rival.winsTies() ? 1 : 0);
    }

    private Workflow winner(int criterion, long weight) {
        Workflow best = race.winner();
        long ahead = 0;
        for (Race.Rival rival : race.rivals()) {
            long gain =
                    -(AS_IN_MODEL * (long) rival.lead()
                            + (weight - AS_IN_MODEL) * rival.differences()[criterion]);
            if (gain > ahead || (gain == ahead && rival.workflow().compareTo(best) < 0)) {
                best = rival.workflow();
                ahead = gain;
            }
        }
        return best;
    }
}
