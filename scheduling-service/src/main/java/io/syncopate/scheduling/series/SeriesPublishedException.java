package io.syncopate.scheduling.series;

import io.syncopate.kernel.RefusedException;

import java.util.List;
import java.util.Map;

/** People rely on the series: it is neither published again nor deleted. */
public final class SeriesPublishedException extends RefusedException {

    private static final long serialVersionUID = 1;

    SeriesPublishedException(String id) {
        super(
                Kind.FAILED_PRECONDITION,
                "SERIES_PUBLISHED",
                "series/%s is published: expected one that is planned".formatted(id),
                Map.of(RESOURCE_TYPE, "series", RESOURCE_NAME, "series/" + id),
                List.of(Violation.of("series/" + id, "published", "planned")));
    }
}
