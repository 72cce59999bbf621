package io.syncopate.assessment.scoring;

import io.syncopate.assessment.brief.Activity.Attendance;
import io.syncopate.assessment.journey.Layout;

import java.util.List;
import java.util.Optional;

/**
 * How one activity is carried out.
 *
 * @param attendance of a live one; empty for a self-paced one
 * @param minutes of one run
 * @param repeat runs in all
 * @param recorded whether a live run is recorded for those who cannot come
 * @param buildsOn keys of the activities that it builds on, as stated; else of the self-paced ones
 *     that lead up to a live one
 * @param agenda what a live one takes up of the self-paced ones among them
 * @param layout how it lies in the journey; empty in answers made before that was told
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
        List<Point> warnings,
        Optional<Layout> layout) {

    public JourneyItem {
        buildsOn = List.copyOf(buildsOn);
        agenda = List.copyOf(agenda);
        warnings = List.copyOf(warnings);
    }
}
