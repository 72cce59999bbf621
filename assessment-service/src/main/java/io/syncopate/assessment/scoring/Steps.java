package io.syncopate.assessment.scoring;

/**
 * The order in which the draws take the steps of one weight's range: each step once, scattered by a
 * hash that is a permutation (each of its operations can be undone within {@link #BITS} bits). It
 * needs no memory and runs in vector registers, which a shuffle of a table does not.
 */
final class Steps {

    static final int BITS = 11;
    private static final int COUNT = 1 << BITS;
    private static final int MASK = COUNT - 1;

    private final int flip;
    private final int first;
    private final int second;
    private final int third;
    private final int shift;
    private final int turn;

    Steps(long seed, String criterion) {
        long state = mix(seed);
        for (int i = 0; i < criterion.length(); i++) {
            state = mix(state ^ criterion.charAt(i));
        }
        long one = mix(state);
        long two = mix(one);
        long three = mix(two);
        this.flip = (int) one & MASK;
        this.first = (int) (one >>> 32) | 1;
        this.second = (int) two | 1;
        this.shift = (int) (two >>> 32);
        this.third = (int) three | 1;
        this.turn = (int) (three >>> 32);
    }

    /** At which step a draw stands, 0 to {@code 2^BITS − 1}. */
    int at(int draw) {
        return at(draw, flip, first, second, shift, third, turn);
    }

    private static int at(
            int draw, int flip, int first, int second, int shift, int third, int turn) {
        int step = ((draw ^ flip) * first) & MASK;
        step ^= step >>> 6;
        step = (step * second + shift) & MASK;
        step ^= step >>> 5;
        step = (step * third + turn) & MASK;
        return step ^ (step >>> 7);
    }

    /** How far the middle of each draw's step is from the middle of the range, in half steps. */
    void offsets(int[] into) {
        // In variables, so that the loop runs in vector registers.
        int a = flip;
        int b = first;
        int c = second;
        int d = shift;
        int e = third;
        int f = turn;
        for (int draw = 0; draw < COUNT; draw++) {
            into[draw] = 2 * at(draw, a, b, c, d, e, f) + 1 - COUNT;
        }
    }

    /** A bijective scrambling of 64 bits (the finalizer of SplittableRandom). */
    private static long mix(long bits) {
        long z = bits + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
