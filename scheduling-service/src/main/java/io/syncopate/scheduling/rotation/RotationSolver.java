package io.syncopate.scheduling.rotation;

/**
 * Chooses how many sessions of each class take which slot. Every answer is a valid choice with a
 * proven bound; implementations differ in how close they come. The same model gives the same answer
 * on every machine: work is counted, never timed.
 */
interface RotationSolver {

    Selection solve(RotationModel model);

    /** A choice and what is proven about it. */
    final class Selection {
        /** Sessions by class and slot. */
        final int[][] picks;

        /** No choice has a smaller worst burden than this. */
        final long bound;

        /** Whether nothing beats the choice in any level after the worst burden. */
        final boolean exact;

        Selection(int[][] picks, long bound, boolean exact) {
            this.picks = picks;
            this.bound = bound;
            this.exact = exact;
        }
    }
}
