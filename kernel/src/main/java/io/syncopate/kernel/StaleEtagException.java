package io.syncopate.kernel;

import java.util.List;
import java.util.Map;

/** Somebody changed it in between: read it again and decide anew. */
public final class StaleEtagException extends RefusedException {

    private static final long serialVersionUID = 1;

    /**
     * @param name such as {@code programs/abc}
     * @param sent the etag of the version that the change was decided on
     */
    public StaleEtagException(String name, String sent, String current) {
        super(
                Kind.ABORTED,
                "STALE_ETAG",
                "%s was changed meanwhile: etag '%s' was sent, expected '%s'; read it again and decide anew"
                        .formatted(name, sent, current),
                Map.of(RESOURCE_NAME, name, "sentEtag", sent, "currentEtag", current),
                List.of());
    }
}
