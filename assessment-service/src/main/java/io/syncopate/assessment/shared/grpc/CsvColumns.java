package io.syncopate.assessment.shared.grpc;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which column fills which field: {@code audience.size}, {@code resources.owned_tools[1]}, {@code
 * activities[0].repeat.count}. These are the paths in which errors are told, too.
 */
public final class CsvColumns {

    private static final Pattern STEP =
            Pattern.compile("([a-zA-Z][a-zA-Z0-9_]*)(?:\\[(0|[1-9]\\d{0,2})])?");

    private final Node.One root = Node.One.empty();

    private sealed interface Node {

        record Cell(int column) implements Node {}

        record One(Map<FieldDescriptor, Node> fields) implements Node {
            static One empty() {
                return new One(new LinkedHashMap<>());
            }
        }

        record Many(SortedMap<Integer, Node> items) implements Node {
            static Many empty() {
                return new Many(new TreeMap<>());
            }
        }
    }

    private final Descriptor type;

    private CsvColumns(Descriptor type) {
        this.type = type;
    }

    /**
     * @param type of the message that a row fills
     * @throws InvalidException naming every column that is no field, or is there twice
     */
    public static CsvColumns of(List<String> header, Descriptor type) {
        var columns = new CsvColumns(type);
        var errors = new ArrayList<Violation>();
        for (int column = 0; column < header.size(); column++) {
            String path = header.get(column);
            String expected = columns.add(path, column);
            if (!expected.isEmpty()) {
                errors.add(Violation.of("content.columns[%d]".formatted(column), path, expected));
            }
        }
        refuseGaps(columns.root, FieldPath.ROOT, errors);
        if (!errors.isEmpty()) {
            throw new InvalidException(errors);
        }
        return columns;
    }

    void read(List<String> row, Message.Builder into, List<Violation> errors) {
        boolean ignored = fill(into, root, row, FieldPath.ROOT, errors);
    }

    /** What was expected in its place; empty when it was added. */
    private String add(String path, int column) {
        Descriptor within = type;
        Node.One parent = root;
        String[] steps = path.split("\\.", -1);
        for (int i = 0; i < steps.length; i++) {
            Matcher step = STEP.matcher(steps[i]);
            FieldDescriptor field =
                    step.matches() ? ContractFields.find(within, step.group(1)) : null;
            if (field == null) {
                return ContractFields.names(within)
                        + (i == 0 ? "" : " behind the last dot that is right");
            }
            boolean last = i == steps.length - 1;
            boolean message = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
            if (field.isRepeated() != (step.group(2) != null)) {
                return field.isRepeated()
                        ? "%s[0], %s[1] and so on".formatted(field.getName(), field.getName())
                        : "%s without a number".formatted(field.getName());
            }
            if (last == message) {
                return last
                        ? ContractFields.names(field.getMessageType()) + " behind it, after a dot"
                        : "nothing behind %s".formatted(field.getName());
            }
            Node made = last ? new Node.Cell(column) : Node.One.empty();
            Node there = place(parent, field, step.group(2), made);
            if (last) {
                return there == made ? "" : "each column once";
            }
            parent = (Node.One) there;
            within = field.getMessageType();
        }
        throw new IllegalStateException(path + " has no step");
    }

    private static Node place(
            Node.One parent, FieldDescriptor field, @Nullable String index, Node made) {
        if (index == null) {
            return parent.fields().computeIfAbsent(field, _ -> made);
        }
        var many = (Node.Many) parent.fields().computeIfAbsent(field, _ -> Node.Many.empty());
        return many.items().computeIfAbsent(Integer.valueOf(index), _ -> made);
    }

    /** Numbers of a list begin with 0 and leave none out: else errors would be told elsewhere. */
    private static void refuseGaps(Node node, FieldPath path, List<Violation> errors) {
        switch (node) {
            case Node.Cell _ -> {}
            case Node.One(var fields) ->
                    fields.forEach(
                            (field, part) -> refuseGaps(part, path.field(field.getName()), errors));
            case Node.Many(var items) -> {
                int next = 0;
                for (int index : items.keySet()) {
                    if (index != next) {
                        errors.add(
                                Violation.missing(
                                        "content.columns",
                                        path.item(next) + " before " + path.item(index)));
                        return;
                    }
                    next++;
                }
                items.forEach((index, item) -> refuseGaps(item, path.item(index), errors));
            }
        }
    }

    /** Whether any cell said something. */
    private static boolean fill(
            Message.Builder into,
            Node.One node,
            List<String> row,
            FieldPath path,
            List<Violation> errors) {
        boolean[] filled = {false};
        node.fields()
                .forEach(
                        (field, part) -> {
                            FieldPath at = path.field(field.getName());
                            if (part instanceof Node.Many many) {
                                filled[0] |= fillList(into, field, many, row, at, errors);
                                return;
                            }
                            Object value = value(into, field, part, row, at, errors);
                            if (value != null) {
                                into.setField(field, value);
                                filled[0] = true;
                            }
                        });
        return filled[0];
    }

    private static boolean fillList(
            Message.Builder into,
            FieldDescriptor field,
            Node.Many many,
            List<String> row,
            FieldPath path,
            List<Violation> errors) {
        FieldPath empty = null;
        boolean filled = false;
        for (var item : many.items().entrySet()) {
            FieldPath at = path.item(item.getKey());
            Object value = value(into, field, item.getValue(), row, at, errors);
            if (value == null) {
                empty = empty == null ? at : empty;
            } else if (empty != null && errors.isEmpty()) {
                // Else errors behind the gap would be told at places that are not those of the
                // file.
                errors.add(
                        Violation.missing(empty.toString(), "a value, because " + at + " has one"));
            } else {
                into.addRepeatedField(field, value);
                filled = true;
            }
        }
        return filled;
    }

    private static @Nullable Object value(
            Message.Builder into,
            FieldDescriptor field,
            Node node,
            List<String> row,
            FieldPath path,
            List<Violation> errors) {
        return switch (node) {
            case Node.Cell(int column) -> cell(field, row.get(column), path, errors);
            case Node.One part -> {
                Message.Builder builder = into.newBuilderForField(field);
                // What has to be there is told as missing by its own name.
                yield fill(builder, part, row, path, errors) || isRequired(field)
                        ? builder.build()
                        : null;
            }
            case Node.Many _ -> throw new IllegalStateException(path + " is a list of lists");
        };
    }

    private static @Nullable Object cell(
            FieldDescriptor field, String text, FieldPath path, List<Violation> errors) {
        if (text.isEmpty()) {
            return null;
        }
        Object value = ContractFields.parse(field, text);
        if (value == null) {
            errors.add(Violation.of(path.toString(), text, ContractFields.expected(field)));
        }
        return value;
    }

    private static boolean isRequired(FieldDescriptor field) {
        return !field.isRepeated() && ContractFields.isRequired(field);
    }
}
