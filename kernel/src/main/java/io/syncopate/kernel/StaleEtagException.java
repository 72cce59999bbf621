package io.syncopate.kernel;

import java.util.List;
import java.util.Map;

/** Somebody changed it in between: read it again and decide anew. */
public final class StaleEtagException extends RefusedException {

    private static final long serialVersionUID = 1;

    public StaleEtagException(String name, String sent, String current) {
        super(
                Kind.ABORTED,
                "STALE_ETAG",
                "'%s' was changed meanwhile: sent etag %s, current is %s"
                        .formatted(name, sent, current),
                Map.of(RESOURCE_NAME, name, "sentEtag", sent, "currentEtag", current),
                List.of());
    }
}
