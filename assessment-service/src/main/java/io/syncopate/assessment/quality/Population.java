package io.syncopate.assessment.quality;

/**
 * Programmes of one kind of which completion was measured. A figure holds for its population alone.
 *
 * @param title who took part in what
 * @param enrolment why they took part, as a brief states it
 * @param low the least that was seen, in permille of who enrolled
 * @param middle between the two, where a median is known; else half-way
 * @param source what was measured, and by whom
 */
public record Population(
        String title, String enrolment, int low, int middle, int high, String source, Trust trust) {

    static final Population OPEN_COURSES =
            new Population(
                    "Massive open online courses",
                    "OPEN",
                    7,
                    126,
                    521,
                    "Jordan 2015, IRRODL 16(3): median 12.6 %, 0.7 to 52.1 % over 221 courses",
                    Trust.HIGH);
    static final Population VOLUNTARY_SELF_PACED =
            new Population(
                    "Self-paced e-learning that people may leave",
                    "VOLUNTARY",
                    200,
                    300,
                    400,
                    "20 to 40 %, edzlms.com glossary",
                    Trust.LOW);
    static final Population MANDATORY_SELF_PACED =
            new Population(
                    "Self-paced training that people must complete",
                    "MANDATORY",
                    800,
                    875,
                    950,
                    "80 to 95 %, edzlms.com; practitioners' reports on community.articulate.com",
                    Trust.LOW);
    static final Population VOLUNTARY_LIVE =
            new Population(
                    "Those registered for an optional webinar, of whom attendance was counted",
                    "VOLUNTARY",
                    360,
                    385,
                    410,
                    "36 to 41 % attended, spotler.com 2020 and 2021; marketing webinars, so rather"
                            + " too low for training",
                    Trust.LOW);

    /** How far figures are to be trusted. */
    public enum Trust {
        /** A primary source, or several that agree. */
        HIGH,
        /** One credible source. */
        MEDIUM,
        /** A vendor's claim, a rule of thumb, or figures of something only similar. */
        LOW
    }

    /** Between the least and the most, the nearer to the most the better the design. */
    int at(int quality) {
        int half = Degree.ALL / 2;
        return quality <= half
                ? low + (middle - low) * quality / half
                : middle + (high - middle) * (quality - half) / half;
    }
}
