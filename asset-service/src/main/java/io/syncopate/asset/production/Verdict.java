package io.syncopate.asset.production;

import java.util.Map;
import java.util.Optional;

/** What a reviewer decides. */
public sealed interface Verdict {

    /**
     * @param checklist the stage's items by key: done or not
     * @param meeting the marks of a synchronous handoff
     */
    record Approve(Map<String, Boolean> checklist, String contextNotes, SyncHandoff meeting)
            implements Verdict {

        public Approve {
            checklist = Map.copyOf(checklist);
        }
    }

    /**
     * @param reason what has to change; never empty
     * @param backTo an earlier stage; empty for the one that the pipeline names
     */
    record RequestChanges(String reason, Optional<String> backTo) implements Verdict {}
}
