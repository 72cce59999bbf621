package io.syncopate.assessment.model;

/** The text is no expression of the criteria's language. */
public final class ExpressionRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    /**
     * @param line of the place at fault, from 1
     * @param column of the place at fault, from 1
     */
    public ExpressionRefusedException(int line, int column, String what) {
        super("line %d, column %d: %s".formatted(line, column, what), null, false, false);
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
