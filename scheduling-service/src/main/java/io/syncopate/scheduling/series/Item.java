package io.syncopate.scheduling.series;

import io.syncopate.kernel.InvalidException;
import io.syncopate.scheduling.rotation.Attendance;

import java.util.List;

/** What one session is about. */
public record Item(String key, String title, int minutes, Attendance attendance, Content content) {

    public Item {
        int free = 0;
        for (Break pause : content.breaks()) {
            if (pause.startMinute() < Math.max(1, free) || pause.end() > minutes) {
                throw new InvalidException(
                        "breaks",
                        "%d+%d".formatted(pause.startMinute(), pause.minutes()),
                        "breaks in order, apart from each other, within %d minutes"
                                .formatted(minutes));
            }
            free = pause.end() + 1;
        }
    }

    /**
     * What happens in a session, and before it.
     *
     * @param agenda what it takes up, a line each
     * @param buildsOn what people do before it, in words
     */
    public record Content(List<String> agenda, List<Break> breaks, List<String> buildsOn) {

        public static final Content NONE = new Content(List.of(), List.of(), List.of());

        public Content {
            agenda = List.copyOf(agenda);
            breaks = List.copyOf(breaks);
            buildsOn = List.copyOf(buildsOn);
        }
    }

    /**
     * @param startMinute of the session
     */
    public record Break(int startMinute, int minutes) {

        int end() {
            return startMinute + minutes;
        }
    }
}
