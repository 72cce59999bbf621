package io.syncopate.assessment.review;

/** The guide's four causes of a missed goal, each with what to do about it. */
public enum Cause {
    WORKFLOW(
            "State in the brief what is known now, assess again and compare. Let the next cohort"
                + " run the other journey, and try it first: a switch in the middle costs trust."),
    CONTENT(
            "Mend the activities in which people fail or stop, in the order of how many they stop;"
                    + " add questions with feedback before anything longer."),
    FACILITATION(
            "Prepare those who lead it, let two lead where groups are large, and promise a time for"
                    + " feedback that can be kept."),
    TECHNOLOGY(
            "Check connections and accounts before the first day, have somebody to call in each"
                    + " session, and keep a way that needs little bandwidth.");

    private final String advice;

    Cause(String advice) {
        this.advice = advice;
    }

    public String advice() {
        return advice;
    }
}
