package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.Workflow;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * For which share of all weights within an uncertainty each workflow is the answer (SMAA: Lahdelma
 * and Salminen), by seeded draws. Each weight is spread evenly over its range: a draw takes another
 * of {@link #DRAWS} equal steps for every criterion, and over all draws each step is taken once
 * (Latin hypercube). So one weight alone is covered exactly, and the standard error of a share is no
 * more than {@code 0.5 / √(DRAWS − 1)}, 1.2 percentage points (Owen 1997: never worse than one draw
 * less at random). In which order a criterion takes its steps depends on the seed and its id alone:
 * the order of criteria changes nothing, and two briefs are tried on the same weights.
 */
final class Acceptability {

    static final int DRAWS = 1 << Steps.BITS;

    private final Race race;
    private final long seed;

    Acceptability(Race race, long seed) {
        this.race = race;
        this.seed = seed;
    }

    /**
     * @param uncertainty of each weight, in thousandths of it
     * @param tolerance up to which no combination of weights changes the answer
     * @return draws won by each workflow; their sum is {@link #DRAWS}
     */
    Map<Workflow, Integer> within(int uncertainty, int tolerance) {
        int[] won = new int[Tally.WORKFLOW_COUNT];
        if (uncertainty <= tolerance) {
            won[race.winner().ordinal()] = DRAWS;
        } else {
            draw(uncertainty, won);
        }
        var shares = new EnumMap<Workflow, Integer>(Workflow.class);
        for (Workflow workflow : Workflow.values()) {
            shares.put(workflow, won[workflow.ordinal()]);
        }
        return Collections.unmodifiableMap(shares);
    }

    private void draw(int uncertainty, int[] won) {
        double[][] leads = leads(uncertainty);
        int[] rivals =
                race.rivals().stream().mapToInt(rival -> rival.workflow().ordinal()).toArray();
        for (int draw = 0; draw < DRAWS; draw++) {
            int best = race.winner().ordinal();
            double ahead = 0;
            for (int i = 0; i < rivals.length; i++) {
                double gain = -leads[i][draw];
                if (gain > ahead || (gain == ahead && rivals[i] < best)) {
                    best = rivals[i];
                    ahead = gain;
                }
            }
            won[best]++;
        }
    }

    /**
     * The answer's lead over each rival at each draw, in points times 1000 times {@link #DRAWS}.
     * Whole numbers far below 2^53 all along, so that the sums are exact and their order is free.
     */
    private double[][] leads(int uncertainty) {
        double[][] leads = new double[race.rivals().size()][DRAWS];
        int[] offset = new int[DRAWS];
        for (int criterion = 0; criterion < race.criteria().size(); criterion++) {
            new Steps(seed, race.criteria().get(criterion)).offsets(offset);
            for (int i = 0; i < leads.length; i++) {
                add(offset, race.rivals().get(i).differences()[criterion], leads[i]);
            }
        }
        for (int i = 0; i < leads.length; i++) {
            double lead = 1000.0 * DRAWS * race.rivals().get(i).lead();
            for (int draw = 0; draw < DRAWS; draw++) {
                leads[i][draw] = lead + uncertainty * leads[i][draw];
            }
        }
        return leads;
    }

    private static void add(int[] offset, double difference, double[] into) {
        for (int draw = 0; draw < into.length; draw++) {
            into[draw] += offset[draw] * difference;
        }
    }
}
