package io.syncopate.assessment.journey;

/**
 * The groups in which a live activity takes place.
 *
 * @param size people in the largest; the others have as many, or one less
 * @param limit most people in one; 0 when nothing bounds it
 * @param rounds how many times each run is held, for want of people to lead all groups at once; 0
 *     when it is not known how many there are
 * @param reason in words
 */
public record LiveGroups(int count, int size, int limit, int rounds, String reason) {

    /**
     * @param people who take part, at least one
     * @param seating what bounds a group
     * @param facilitators who lead one at a time; 0 when that is not known
     */
    public static LiveGroups of(int people, Seating seating, int facilitators) {
        int limit = seating.limit();
        int count = limit == 0 ? 1 : Math.ceilDiv(people, limit);
        int size = Math.ceilDiv(people, count);
        int rounds = facilitators == 0 ? 0 : Math.ceilDiv(count, facilitators);
        return new LiveGroups(
                count,
                size,
                limit,
                rounds,
                seating.reason()
                        + inGroups(people, count, size)
                        + led(count, rounds, facilitators));
    }

    /**
     * What bounds a group.
     *
     * @param kind most people that what happens in it allows; 0 for any number
     * @param seats of the room; 0 when they are not in one, or its seats are not known
     */
    public record Seating(int kind, int seats) {

        private int limit() {
            return kind == 0 || seats == 0 ? Math.max(kind, seats) : Math.min(kind, seats);
        }

        private String reason() {
            String room = "The room has " + seats + " seats.";
            if (kind == 0) {
                return seats > 0 ? room : "Somebody presents: a group may be of any size.";
            }
            return seats > 0 && seats < kind
                    ? room
                    : "A group of this kind has at most " + kind + " people.";
        }
    }

    private static String inGroups(int people, int count, int size) {
        return count == 1
                ? " One group of " + people + "."
                : " " + people + " people make " + count + " groups of at most " + size + ".";
    }

    private static String led(int count, int rounds, int facilitators) {
        if (rounds == 0 || count == 1) {
            return "";
        }
        return rounds == 1
                ? " There are enough facilitators to lead them at once."
                : " With "
                        + facilitators
                        + " to lead them, each session is held "
                        + rounds
                        + " times.";
    }
}
