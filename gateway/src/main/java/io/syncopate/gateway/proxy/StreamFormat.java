package io.syncopate.gateway.proxy;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** How the messages of a stream follow each other in the body of a response. */
sealed interface StreamFormat {

    MediaType type();

    /** What the body begins with. */
    byte[] opening(Duration retryAfter);

    /**
     * @param id its place in the stream; null when it has none
     */
    byte[] message(byte[] json, @Nullable String id);

    /** Where nothing else is to be said for a while; nothing where the format has no word for it. */
    byte[] heartbeat();

    /** The method has ended, and well. */
    byte[] end();

    /** The method has failed, or the caller may no longer. */
    byte[] failure(byte[] problem);

    /** The gateway ends the stream; the client shall come back. */
    byte[] interruption(byte[] problem, Duration retryAfter);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] before, byte[] middle, byte[] after) {
        byte[] all = new byte[before.length + middle.length + after.length];
        System.arraycopy(before, 0, all, 0, before.length);
        System.arraycopy(middle, 0, all, before.length, middle.length);
        System.arraycopy(after, 0, all, before.length + middle.length, after.length);
        return all;
    }

    /**
     * Server-sent events. A browser comes back by itself whatever ends them; one that shall not hears
     * an event {@code end}.
     */
    record Events() implements StreamFormat {

        static final MediaType TYPE = MediaType.TEXT_EVENT_STREAM;
        private static final byte[] DATA = bytes("data: ");
        private static final byte[] ERROR = bytes("event: error\ndata: ");
        private static final byte[] LAST = bytes("\n\n");
        private static final byte[] END = bytes("event: end\ndata: {}\n\n");
        private static final byte[] HEARTBEAT = bytes(":\n\n");

        @Override
        public MediaType type() {
            return TYPE;
        }

        @Override
        public byte[] opening(Duration retryAfter) {
            return retry(retryAfter);
        }

        private static byte[] retry(Duration after) {
            return bytes("retry: " + after.toMillis() + "\n\n");
        }

        @Override
        public byte[] message(byte[] json, @Nullable String id) {
            return joined(id == null ? DATA : bytes("id: " + id + "\ndata: "), json, LAST);
        }

        @Override
        public byte[] heartbeat() {
            return HEARTBEAT;
        }

        @Override
        public byte[] end() {
            return END;
        }

        @Override
        public byte[] failure(byte[] problem) {
            return joined(ERROR, problem, LAST);
        }

        @Override
        public byte[] interruption(byte[] problem, Duration retryAfter) {
            return retry(retryAfter);
        }
    }

    /** One message on each line. A last line {@code {"error": …}} tells an end that was too early. */
    record Lines() implements StreamFormat {

        static final MediaType TYPE = MediaType.APPLICATION_NDJSON;
        private static final byte[] NOTHING = {};
        private static final byte[] LAST = bytes("\n");
        private static final byte[] ERROR = bytes("{\"error\":");
        private static final byte[] ERROR_LAST = bytes("}\n");

        @Override
        public MediaType type() {
            return TYPE;
        }

        @Override
        public byte[] opening(Duration retryAfter) {
            return NOTHING;
        }

        @Override
        public byte[] message(byte[] json, @Nullable String id) {
            return joined(NOTHING, json, LAST);
        }

        @Override
        public byte[] heartbeat() {
            return NOTHING;
        }

        @Override
        public byte[] end() {
            return NOTHING;
        }

        @Override
        public byte[] failure(byte[] problem) {
            return joined(ERROR, problem, ERROR_LAST);
        }

        @Override
        public byte[] interruption(byte[] problem, Duration retryAfter) {
            return failure(problem);
        }
    }
}
