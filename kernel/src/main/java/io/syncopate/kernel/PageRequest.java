package io.syncopate.kernel;

/**
 * Which part of a list is wanted.
 *
 * @param size 0 for the default of 50; more than 200 gives 200
 * @param token what the previous page gave as its next token; empty for the first page
 */
public record PageRequest(int size, String token) {

    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 200;

    public PageRequest {
        if (size < 0) {
            throw new InvalidException("page_size", size, "0 (for 50) to 200");
        }
        size = size == 0 ? DEFAULT_SIZE : Math.min(size, MAX_SIZE);
    }

    public static PageRequest first() {
        return new PageRequest(0, "");
    }
}
