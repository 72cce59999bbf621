package io.syncopate.scheduling.rotation;

import io.syncopate.scheduling.rotation.RotationModel.SessionClass;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Bound by linear relaxation, choice by rounding and local search, proof by enumeration where that is
 * small: enumerating every choice within a limit either finds the best one of all levels or raises
 * the bound above the limit.
 */
final class BoundedRotationSolver implements RotationSolver {

    private final long searchWork;
    private final long proofWork;
    private final long seed;

    /**
     * @param searchWork additions of burdens that the local search may spend
     * @param proofWork the same for the enumeration
     */
    BoundedRotationSolver(long searchWork, long proofWork, long seed) {
        this.searchWork = searchWork;
        this.proofWork = proofWork;
        this.seed = seed;
    }

    /** About a second of one core when everything is spent. */
    static BoundedRotationSolver standard() {
        return new BoundedRotationSolver(150_000_000, 40_000_000, 20260107);
    }

    @Override
    public Selection solve(RotationModel model) {
        LinearRelaxation relaxation = LinearRelaxation.of(model);
        var search = new LocalSearch(model, relaxation, seed);
        int[][] picks = search.improve(rounded(model, relaxation), searchWork / 20);
        long worst = Arrays.stream(model.burdens(picks)).max().orElseThrow();
        var enumeration = new Enumeration(model, relaxation, proofWork);
        long bound = relaxation.bound();
        for (long width = 0; bound <= worst; width = Math.max(1, 2 * width)) {
            long limit = Math.min(bound + width, worst);
            switch (enumeration.within(limit)) {
                case Enumeration.Best best -> {
                    long proven = Arrays.stream(model.burdens(best.picks())).max().orElseThrow();
                    return new Selection(best.picks(), proven, true);
                }
                case Enumeration.None _ -> bound = limit + 1;
                case Enumeration.GaveUp _ -> {
                    return new Selection(search.improve(picks, searchWork), bound, false);
                }
            }
        }
        throw new IllegalStateException(
                "a choice with a worst burden of %d is known, and none was found".formatted(worst));
    }

    /** Whole parts of the shares, then each session left over where the weighted burdens stay lowest. */
    private static int[][] rounded(RotationModel model, LinearRelaxation relaxation) {
        int[][] picks = new int[model.classes.size()][];
        for (int k = 0; k < picks.length; k++) {
            double[] shares = relaxation.shares[k];
            picks[k] = new int[shares.length];
            for (int s = 0; s < shares.length; s++) {
                picks[k][s] = (int) Math.floor(shares[s] + 1e-6);
            }
            SessionClass sessions = model.classes.get(k);
            int left = sessions.sessions - IntStream.of(picks[k]).sum();
            Integer[] byRemainder =
                    IntStream.range(0, shares.length).boxed().toArray(Integer[]::new);
            Arrays.sort(byRemainder, (a, b) -> Double.compare(rest(shares[b]), rest(shares[a])));
            for (int i = 0; left > 0; i = (i + 1) % byRemainder.length, left--) {
                picks[k][byRemainder[i]]++;
            }
            for (int s = 0; left < 0; s++) {
                int taken = Math.min(picks[k][s], -left);
                picks[k][s] -= taken;
                left += taken;
            }
        }
        return picks;
    }

    private static double rest(double share) {
        return share + 1e-6 - Math.floor(share + 1e-6);
    }
}
