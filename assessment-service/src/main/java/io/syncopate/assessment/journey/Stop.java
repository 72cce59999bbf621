package io.syncopate.assessment.journey;

import io.syncopate.assessment.brief.Activity;

/**
 * An activity of which is known how it is carried out.
 *
 * @param minutes of one run
 * @param looksBack whether it comes after what is live by its nature
 */
public record Stop(Activity activity, boolean live, int minutes, boolean looksBack) {

    public String key() {
        return activity.key();
    }

    boolean buildsOn(Stop other) {
        return activity.buildsOn().contains(other.key());
    }
}
