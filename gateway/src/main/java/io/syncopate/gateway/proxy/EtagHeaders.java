package io.syncopate.gateway.proxy;

import io.syncopate.gateway.problem.ProblemException;
import io.syncopate.gateway.problem.Problems;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Entity tags between their headers and the field {@code etag}. */
final class EtagHeaders {

    private EtagHeaders() {}

    /**
     * The one tag of If-Match.
     *
     * @return null when there is none, or it is "*": every version is meant
     */
    static @Nullable String ifMatch(HttpHeaders headers) {
        String sent = headers.getFirst(HttpHeaders.IF_MATCH);
        if (sent == null || sent.strip().equals("*")) {
            return null;
        }
        String tag = unquoted(sent.strip());
        if (tag.isEmpty()
                || tag.indexOf('"') >= 0
                || tag.indexOf(',') >= 0
                || tag.startsWith("W/")) {
            throw new ProblemException(
                    Problems.invalid(
                            "If-Match", sent, "one strong entity tag such as \"v3\", or *"));
        }
        return tag;
    }

    /** Whether If-None-Match says that the client has this version. */
    static boolean isKnown(HttpHeaders headers, String etag) {
        String sent = headers.getFirst(HttpHeaders.IF_NONE_MATCH);
        if (sent == null) {
            return false;
        }
        for (String each : sent.split(",")) {
            String tag = each.strip();
            if (tag.equals("*")
                    || unquoted(tag.startsWith("W/") ? tag.substring(2) : tag).equals(etag)) {
                return true;
            }
        }
        return false;
    }

    static String quoted(String etag) {
        return '"' + etag + '"';
    }

    static String unquoted(String tag) {
        return tag.length() >= 2 && tag.startsWith("\"") && tag.endsWith("\"")
                ? tag.substring(1, tag.length() - 1)
                : tag;
    }
}
