package io.syncopate.assessment.scoring;

import io.syncopate.assessment.brief.Activity.Attendance;

import java.util.List;
import java.util.Optional;

/**
 * How one activity is carried out.
 *
 * @param attendance of a live one; empty for a self-paced one
 * @param minutes of one run
 * @param repeat runs in all
 * @param recorded whether a live run is recorded for those who cannot come
 * @param buildsOn keys of the self-paced activities that a live one takes up
 * @param agenda what a live one takes up of them
 */
public record JourneyItem(
        String activity,
        String text,
        boolean live,
        Optional<Attendance> attendance,
        int minutes,
        int repeat,
        boolean recorded,
        List<String> buildsOn,
        List<AgendaItem> agenda,
        String reason,
        List<Point> warnings) {

    public JourneyItem {
        buildsOn = List.copyOf(buildsOn);
        agenda = List.copyOf(agenda);
        warnings = List.copyOf(warnings);
    }
}
