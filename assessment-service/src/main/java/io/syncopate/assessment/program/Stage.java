package io.syncopate.assessment.program;

import java.util.Optional;

/** Where a programme is in its life; each stage carries what it needs and nothing else. */
public sealed interface Stage {

    /** Id of the latest assessment. */
    default Optional<String> latest() {
        return Optional.empty();
    }

    default Optional<Decision> decision() {
        return Optional.empty();
    }

    default Optional<Launch> launch() {
        return Optional.empty();
    }

    /** What another service is to be asked for next; empty when nothing is under way. */
    default Optional<Launch.Act> act() {
        return Optional.empty();
    }

    /** The stage after a new assessment; accepting and launching are not undone by one. */
    Stage assessed(String assessment);

    /**
     * What was decided.
     *
     * @param assessment id of the accepted one
     * @param input hash of the brief that it answers
     */
    record Decision(String assessment, String input) {}

    /** Described, not assessed. */
    record Draft() implements Stage {
        @Override
        public Stage assessed(String assessment) {
            return new Assessed(Optional.of(assessment));
        }
    }

    /** It has an assessment, and nobody has decided. */
    record Assessed(Optional<String> latest) implements Stage {
        @Override
        public Stage assessed(String assessment) {
            return new Assessed(Optional.of(assessment));
        }
    }

    /** One of its assessments is the decision. */
    record Accepted(Optional<String> latest, Optional<Decision> decision) implements Stage {
        @Override
        public Stage assessed(String assessment) {
            return new Accepted(Optional.of(assessment), decision);
        }
    }

    /** Its series and campaign are being made. */
    record Launching(Optional<String> latest, Optional<Decision> decision, Optional<Launch> launch)
            implements Stage {
        @Override
        public Stage assessed(String assessment) {
            return new Launching(Optional.of(assessment), decision, launch);
        }

        @Override
        public Optional<Launch.Act> act() {
            return launch.flatMap(Launch::forwards);
        }
    }

    /** What its launch made is being taken back; then it is accepted as before. */
    record Cancelling(Optional<String> latest, Optional<Decision> decision, Optional<Launch> launch)
            implements Stage {
        @Override
        public Stage assessed(String assessment) {
            return new Cancelling(Optional.of(assessment), decision, launch);
        }

        @Override
        public Optional<Launch.Act> act() {
            return launch.flatMap(Launch::backwards);
        }
    }

    /** Its series and campaign exist. */
    record Running(Optional<String> latest, Optional<Decision> decision, Optional<Launch> launch)
            implements Stage {
        @Override
        public Stage assessed(String assessment) {
            return new Running(Optional.of(assessment), decision, launch);
        }
    }
}
