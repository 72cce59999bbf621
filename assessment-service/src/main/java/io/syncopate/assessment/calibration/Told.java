package io.syncopate.assessment.calibration;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.model.Workflow;

/** What one launched programme tells about workflows. */
public sealed interface Told {

    /** Its id. */
    String program();

    /**
     * Its workflow was the right one, or was not.
     *
     * @param brief that was assessed
     * @param ran the workflow that it ran with
     * @param reached whether it reached every target that was measured; else the review names the
     *     workflow as the only likely cause
     */
    record Reviewed(String program, String displayName, Brief brief, Workflow ran, boolean reached)
            implements Told {

        LeftOut withoutAlternative() {
            return new LeftOut(program, displayName, LeftOut.Reason.NO_ALTERNATIVE);
        }
    }

    /** Nothing. */
    record LeftOut(String program, String displayName, Reason reason) implements Told {

        /** Why it tells nothing. */
        public enum Reason {
            NOT_REVIEWED("no review was held"),
            NOTHING_MEASURED("the reviewed outcome measures none of the success metrics"),
            OTHER_CAUSE("a target was missed with another likely cause beside the workflow"),
            CAUSE_NOT_KNOWN("a target was missed and nothing points to a cause"),
            SWITCHED("the workflow was switched in the middle of the run"),
            NO_ALTERNATIVE("every other workflow was blocked");

            private final String text;

            Reason(String text) {
                this.text = text;
            }

            String text() {
                return text;
            }
        }
    }
}
