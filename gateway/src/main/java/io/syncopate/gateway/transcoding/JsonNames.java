package io.syncopate.gateway.transcoding;

/** Names of the contract as JSON spells them. */
final class JsonNames {

    private JsonNames() {}

    /** {@code brief.audience.live_time} to {@code brief.audience.liveTime}; keys in brackets stay. */
    static String of(String path) {
        var json = new StringBuilder(path.length());
        boolean key = false;
        boolean upper = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '[' || c == ']') {
                key = c == '[';
            }
            if (c == '_' && !key) {
                upper = true;
                continue;
            }
            json.append(upper ? Character.toUpperCase(c) : c);
            upper = false;
        }
        return json.toString();
    }
}
