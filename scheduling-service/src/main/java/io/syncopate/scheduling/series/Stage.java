package io.syncopate.scheduling.series;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Where a series is in its life. Callers see it when planned or published. */
public sealed interface Stage {

    /** Its sessions are being stored. */
    record Draft() implements Stage {

        Stage planned() {
            return new Planned();
        }
    }

    /** Complete; nobody was told. */
    record Planned() implements Stage {

        Stage published(Instant at) {
            return new Published(at);
        }

        Stage discarded() {
            return new Discarded();
        }
    }

    /** People can rely on it. */
    record Published(Instant at) implements Stage {

        /** As precise as it is stored. */
        public Published {
            at = at.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /** Its sessions are being deleted, and then it. */
    record Discarded() implements Stage {}

    default boolean isVisible() {
        return switch (this) {
            case Draft _, Discarded _ -> false;
            case Planned _, Published _ -> true;
        };
    }
}
