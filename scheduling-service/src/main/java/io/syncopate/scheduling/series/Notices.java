package io.syncopate.scheduling.series;

import io.syncopate.scheduling.rotation.Attendance;
import io.syncopate.scheduling.rotation.HourKind;
import io.syncopate.scheduling.rotation.Rotation;
import io.syncopate.scheduling.rotation.Rotation.Meeting;
import io.syncopate.scheduling.rotation.Rotation.Placed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a plan should not be published without knowing. */
final class Notices {

    private static final int NAMED_GROUPS = 5;

    private Notices() {}

    static List<Notice> of(Outline outline, Rotation rotation) {
        var notices = new ArrayList<Notice>();
        for (Placed session : rotation.unfair()) {
            notices.add(noFairSlot(session));
        }
        for (int i = 1; i < rotation.sessions().size(); i++) {
            Placed before = rotation.sessions().get(i - 1);
            Placed session = rotation.sessions().get(i);
            for (int g = 0; g < session.meetings().size(); g++) {
                localTimeMoves(outline.anchor(), before, session, g).ifPresent(notices::add);
            }
        }
        return List.copyOf(notices);
    }

    private static Notice noFairSlot(Placed session) {
        List<Meeting> off =
                session.meetings().stream()
                        .filter(meeting -> meeting.hours() == HourKind.OFF_LIMITS)
                        .toList();
        String who =
                off.stream()
                        .limit(NAMED_GROUPS)
                        .map(m -> "%s (%s)".formatted(m.group(), m.localStart()))
                        .collect(Collectors.joining(", "));
        if (off.size() > NAMED_GROUPS) {
            who += " and %d more groups".formatted(off.size() - NAMED_GROUPS);
        }
        boolean mandatory = session.request().attendance() == Attendance.MANDATORY;
        return new Notice(
                Notice.Kind.NO_FAIR_SLOT,
                "No slot on %s is acceptable for everybody; the one chosen is off limits for %s. %s"
                        .formatted(
                                session.request().date(),
                                who,
                                mandatory
                                        ? "Attendance is mandatory: replace it by self-paced work,"
                                                + " or repeat it at another time for them."
                                        : "Give them a recording, or make it self-paced work."),
                Optional.of(session.request().key()),
                off.size() == 1 ? Optional.of(off.getFirst().group()) : Optional.empty());
    }

    /** Against the anchor zone, whose local times are what the series keeps. */
    private static Optional<Notice> localTimeMoves(
            ZoneId anchor, Placed before, Placed session, int group) {
        Meeting was = before.meetings().get(group);
        Meeting is = session.meetings().get(group);
        int moved = (ahead(anchor, is, session.start()) - ahead(anchor, was, before.start())) / 60;
        if (moved == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Notice(
                        Notice.Kind.LOCAL_TIME_MOVES,
                        "From %s on, a time of %s is %d minutes %s in %s than it was on %s."
                                .formatted(
                                        session.request().date(),
                                        anchor,
                                        Math.abs(moved),
                                        moved > 0 ? "later" : "earlier",
                                        is.zone(),
                                        before.request().date()),
                        Optional.of(session.request().key()),
                        Optional.of(is.group())));
    }

    private static int ahead(ZoneId anchor, Meeting meeting, Instant at) {
        return meeting.offset().getTotalSeconds()
                - anchor.getRules().getOffset(at).getTotalSeconds();
    }
}
