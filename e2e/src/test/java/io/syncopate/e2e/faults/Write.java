package io.syncopate.e2e.faults;

import java.util.Map;

/**
 * One write as a client means it; it is sent again with the same key until it is answered.
 *
 * @param key the Idempotency-Key; what is created carries it in its content as well, so that a thing
 *     that was made twice is seen
 * @param type of the resource that answers
 * @param creates whether the answer is a new resource
 * @param content what the answered resource has to say afterwards, by JSON pointer
 */
record Write(
        String key,
        ResourceType type,
        boolean creates,
        String method,
        String path,
        String body,
        Map<String, String> content) {

    /** Whether it would change this resource. */
    boolean concerns(String name) {
        return !creates && path.matches("/v1/\\Q" + name + "\\E([:?].*)?");
    }
}
