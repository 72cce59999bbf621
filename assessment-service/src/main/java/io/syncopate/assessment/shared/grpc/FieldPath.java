package io.syncopate.assessment.shared.grpc;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in a message: {@code activities[2].repeat.count}. It is written out only for
 * whoever has to be told of it, which is hardly ever.
 */
public final class FieldPath {

    /** The message itself. */
    public static final FieldPath ROOT = new FieldPath(null, "", 0);

    private static final int NO_ITEM = -1;

    private final @Nullable FieldPath parent;
    private final String name;
    private final int item;

    private FieldPath(@Nullable FieldPath parent, String name, int item) {
        this.parent = parent;
        this.name = name;
        this.item = item;
    }

    /** A field of the message that stands here. */
    public FieldPath field(String name) {
        return new FieldPath(this, name, NO_ITEM);
    }

    /** One of the list that stands here, from 0 on. */
    public FieldPath item(int index) {
        return new FieldPath(this, "", index);
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        write(text);
        return text.toString();
    }

    private void write(StringBuilder text) {
        if (parent == null) {
            return;
        }
        parent.write(text);
        if (item != NO_ITEM) {
            text.append('[').append(item).append(']');
            return;
        }
        if (!text.isEmpty()) {
            text.append('.');
        }
        text.append(name);
    }
}
