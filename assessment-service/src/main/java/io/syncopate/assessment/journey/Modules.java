package io.syncopate.assessment.journey;

import io.syncopate.assessment.model.Portion;

import java.util.List;
import java.util.stream.IntStream;

/** Self-paced material in parts that people stay with. */
public final class Modules {

    private Modules() {}

    /**
     * As few parts as fit, as even as whole minutes allow, the longer ones first; they add up to the
     * minutes. One part where no number of parts fits, as for 16 to 19 minutes in parts of 10 to 15.
     */
    public static List<Integer> cut(int minutes, Portion portion) {
        int parts = Math.ceilDiv(minutes, portion.to());
        if (parts <= 1 || minutes / parts < portion.from()) {
            return List.of(minutes);
        }
        int longer = minutes % parts;
        return IntStream.range(0, parts)
                .mapToObj(part -> minutes / parts + (part < longer ? 1 : 0))
                .toList();
    }
}
