package io.syncopate.gateway.transcoding;

/** The body is no JSON; says where. */
public final class MalformedJsonException extends RuntimeException {

    private final int line;
    private final int column;

    MalformedJsonException(int line, int column, String why) {
        super(
                "The body is not valid JSON at line %d, column %d: %s".formatted(line, column, why),
                null,
                false,
                false);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
