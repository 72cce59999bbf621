package io.syncopate.assessment.model;

import java.util.Map;

/**
 * How far the guidance carries.
 *
 * @param asOf the month of which it speaks
 * @param notice what to check
 * @param domainNotices what to consult besides, by field of work
 */
public record Guidance(String asOf, String notice, Map<String, String> domainNotices) {

    public Guidance {
        domainNotices = Map.copyOf(domainNotices);
    }
}
