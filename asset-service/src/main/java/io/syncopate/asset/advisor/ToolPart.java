package io.syncopate.asset.advisor;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A function that tools have, whatever the product. */
public enum ToolPart {
    EMAIL("e-mail"),
    SHARED_DRIVE("a shared drive"),
    PROJECT_BOARD("a project board"),
    VERSION_HISTORY("a version history"),
    NOTIFICATIONS("notifications"),
    AUTOMATION("automation"),
    DAM("digital asset management");

    /** What C cannot do without (P-059). */
    static final List<ToolPart> NEEDED_BY_C =
            List.of(SHARED_DRIVE, PROJECT_BOARD, VERSION_HISTORY, NOTIFICATIONS);

    private final String words;

    ToolPart(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** What C needs and is not among these; an asset management counts as a shared drive, too. */
    static List<ToolPart> missingForC(Set<ToolPart> parts) {
        Set<ToolPart> there = EnumSet.noneOf(ToolPart.class);
        there.addAll(parts);
        if (there.contains(DAM)) {
            there.add(SHARED_DRIVE);
        }
        return NEEDED_BY_C.stream().filter(part -> !there.contains(part)).toList();
    }
}
