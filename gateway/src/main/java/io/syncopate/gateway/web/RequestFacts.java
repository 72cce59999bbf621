package io.syncopate.gateway.web;

import io.syncopate.kernel.Ids;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What ties a request's log lines and spans together.
 *
 * @param traceparent of W3C Trace Context, as it is passed on
 */
public record RequestFacts(String requestId, String traceparent) {

    public static final String REQUEST_ID = "X-Request-Id";
    public static final String TRACEPARENT = "traceparent";
    private static final String ATTRIBUTE = RequestFacts.class.getName();
    private static final Pattern VALID_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
    private static final Pattern VALID_TRACE =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Those that the client sent, where they are well-formed; else new ones. */
    public static RequestFacts of(ServerWebExchange exchange) {
        if (exchange.getAttribute(ATTRIBUTE) instanceof RequestFacts known) {
            return known;
        }
        var headers = exchange.getRequest().getHeaders();
        var facts = sent(headers.getFirst(REQUEST_ID), headers.getFirst(TRACEPARENT));
        exchange.getAttributes().put(ATTRIBUTE, facts);
        return facts;
    }

    /** What a client sent, where it is well-formed; else new ones. */
    public static RequestFacts sent(@Nullable String requestId, @Nullable String traceparent) {
        return new RequestFacts(requestId(requestId), traceparent(traceparent));
    }

    public String traceId() {
        return traceparent.substring(3, 35);
    }

    private static String requestId(@Nullable String sent) {
        return sent != null && VALID_ID.matcher(sent).matches() ? sent : Ids.random();
    }

    private static String traceparent(@Nullable String sent) {
        if (sent != null && VALID_TRACE.matcher(sent).matches()) {
            return sent;
        }
        byte[] ids = new byte[24];
        RANDOM.nextBytes(ids);
        String hex = HexFormat.of().formatHex(ids);
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
    }
}
