package io.syncopate.assessment.program;

import io.syncopate.assessment.journey.Layout;
import io.syncopate.assessment.journey.LiveGroups;
import io.syncopate.assessment.program.LiveSchedule.Content;
import io.syncopate.assessment.scoring.AgendaItem;
import io.syncopate.assessment.scoring.JourneyItem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a session carries of its activity, in as many and as long lines as a series takes. */
final class SessionContent {

    /** Fewer than the contract's, so that a series of 104 long sessions is still one message. */
    private static final int LINES = 10;

    private static final int AGENDA_LINE = 300;
    private static final int BASIS_LINE = 200;

    private SessionContent() {}

    /** Nothing for a journey that was accepted before sessions carried it: a repeat says the same. */
    static Content of(JourneyItem item, List<JourneyItem> journey) {
        if (item.layout().isEmpty()) {
            return Content.NONE;
        }
        Layout layout = item.layout().get();
        return new Content(
                lines(
                        Stream.concat(
                                        item.agenda().stream().map(AgendaItem::text),
                                        layout.groups().stream()
                                                .filter(groups -> groups.count() > 1)
                                                .map(SessionContent::inGroups))
                                .toList(),
                        AGENDA_LINE),
                layout.breaks(),
                lines(
                        journey.stream()
                                .filter(other -> item.buildsOn().contains(other.activity()))
                                .map(JourneyItem::text)
                                .toList(),
                        BASIS_LINE));
    }

    private static String inGroups(LiveGroups groups) {
        return "In %d groups of at most %d.".formatted(groups.count(), groups.size());
    }

    private static List<String> lines(List<String> texts, int length) {
        var lines = new ArrayList<String>();
        int told = texts.size() > LINES ? LINES - 1 : texts.size();
        texts.subList(0, told).forEach(text -> lines.add(shortened(text, length)));
        if (told < texts.size()) {
            lines.add("And %d more.".formatted(texts.size() - told));
        }
        return lines;
    }

    /** Never cuts a character in two. */
    static String shortened(String text, int room) {
        return text.codePointCount(0, text.length()) > room
                ? text.substring(0, text.offsetByCodePoints(0, room - 1)) + "…"
                : text;
    }
}
