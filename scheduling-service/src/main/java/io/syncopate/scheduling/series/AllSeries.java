package io.syncopate.scheduling.series;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Versioned;

import java.time.Instant;
import java.util.List;

/** Keeps series. */
public interface AllSeries extends Aggregates<Series> {

    /** Those that callers see and reach, in order of creation. */
    Page<Versioned<Series>> visible(Reach reach, PageRequest page);

    /** Of every tenant, those drafted or discarded that nobody has touched since; the oldest first. */
    List<Located> unfinished(Instant untouchedSince, int limit);

    /**
     * @throws NotFoundException when callers do not see it, or it is out of reach
     */
    default Versioned<Series> getVisible(Reach reach, String id) {
        return find(reach, id)
                .filter(found -> found.value().stage().isVisible())
                .orElseThrow(() -> new NotFoundException("series", "series/" + id));
    }
}
