package io.syncopate.assessment.scoring;

import io.syncopate.assessment.brief.Activity;
import io.syncopate.assessment.brief.Activity.Mode;
import io.syncopate.assessment.model.ActivityKinds;
import io.syncopate.assessment.model.ActivityKinds.Reading;
import io.syncopate.assessment.model.Workflow;

/**
 * Whether an activity is live: as its owner planned it, else as it needs by its nature, else as the
 * workflow has it.
 *
 * @param reason in words
 */
record FormChoice(boolean live, String reason) {

    static FormChoice of(Activity activity, ActivityKinds kinds, Workflow workflow) {
        Reading reading = kinds.read(activity);
        if (activity.mode().filter(mode -> mode != Mode.EITHER).isPresent()) {
            boolean live = activity.mode().filter(Mode.LIVE::equals).isPresent();
            return new FormChoice(
                    live, (live ? "Planned live. " : "Planned self-paced. ") + reading.reason());
        }
        return switch (reading.need()) {
            case TOGETHER -> new FormChoice(true, reading.reason());
            case ALONE -> new FormChoice(false, reading.reason());
            case EITHER ->
                    switch (workflow) {
                        case SYNCHRONOUS ->
                                new FormChoice(true, reading.reason() + " The programme is live.");
                        case ASYNCHRONOUS, BLENDED ->
                                new FormChoice(
                                        false,
                                        reading.reason() + " Live time is kept for what needs it.");
                    };
        };
    }
}
