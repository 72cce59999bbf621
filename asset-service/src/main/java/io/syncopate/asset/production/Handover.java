package io.syncopate.asset.production;

import java.util.Map;
import java.util.Optional;

/**
 * What somebody says who pushes an asset on.
 *
 * @param checklist the stage's items by key: done or not
 * @param contextNotes for whoever has it next; empty is allowed and flagged
 * @param file the new version of the file; empty when it did not change
 * @param meeting the marks of a synchronous handoff
 */
public record Handover(
        Map<String, Boolean> checklist,
        String contextNotes,
        Optional<NewFile> file,
        SyncHandoff meeting) {

    public Handover {
        checklist = Map.copyOf(checklist);
    }

    /**
     * @param uri where it lies
     */
    public record NewFile(String name, String uri) {}
}
