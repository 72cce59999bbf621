package io.syncopate.gateway.transcoding;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the route of a method and a path. Immutable; literals win over {@code *}, and that over
 * {@code **}, segment by segment.
 *
 * @param <R> what a route leads to
 */
public final class RouteTable<R> {

    /** What was found. */
    public sealed interface Match<R> {
        /**
         * @param values the captured text of each variable, in the template's order, decoded
         */
        record Found<R>(R route, List<String> values) implements Match<R> {}

        /** The path exists, the method does not. */
        record OtherMethods<R>(Set<String> allowed) implements Match<R> {}
    }

    /** Two routes for the same method and path. */
    public static final class ConflictException extends RuntimeException {
        private final transient Object holder;

        ConflictException(String method, PathTemplate template, Object holder) {
            super(method + " " + template + " is already taken by " + holder);
            this.holder = holder;
        }

        public Object holder() {
            return holder;
        }
    }

    private record Entry<R>(PathTemplate template, R route) {}

    private static final class Node<R> {
        final Map<String, Node<R>> literals = new HashMap<>();
        @Nullable Node<R> any;
        @Nullable Node<R> rest;

        /** verb → method → entry */
        final Map<String, Map<String, Entry<R>>> ends = new HashMap<>();
    }

    /** Collects routes; not for use by several threads. */
    public static final class Builder<R> {
        private Node<R> root = new Node<>();

        /**
         * @param method in upper case
         * @throws ConflictException the same method and shape of path is there already
         */
        public void add(String method, PathTemplate template, R route) {
            Node<R> node = root;
            for (PathTemplate.Segment segment : template.segments()) {
                node =
                        switch (segment) {
                            case PathTemplate.Segment.Literal literal ->
                                    node.literals.computeIfAbsent(
                                            literal.text(), _ -> new Node<>());
                            case PathTemplate.Segment.Any _ ->
                                    node.any = node.any == null ? new Node<>() : node.any;
                            case PathTemplate.Segment.Rest _ ->
                                    node.rest = node.rest == null ? new Node<>() : node.rest;
                        };
            }
            var methods = node.ends.computeIfAbsent(template.verb(), _ -> new TreeMap<>());
            Entry<R> holder = methods.putIfAbsent(method, new Entry<>(template, route));
            if (holder != null) {
                throw new ConflictException(method, template, String.valueOf(holder.route()));
            }
        }

        public RouteTable<R> build() {
            var table = new RouteTable<>(root);
            root = new Node<>();
            return table;
        }
    }

    private final Node<R> root;

    private RouteTable(Node<R> root) {
        this.root = root;
    }

    /**
     * @param rawPath as sent, still percent-encoded, without query
     * @throws IllegalArgumentException the percent-encoding is broken
     */
    public Optional<Match<R>> find(String method, String rawPath) {
        if (!rawPath.startsWith("/") || rawPath.length() == 1) {
            return Optional.empty();
        }
        String[] raw = rawPath.substring(1).split("/", -1);
        String last = raw[raw.length - 1];
        int colon = last.lastIndexOf(':');
        var allowed = new TreeSet<String>();
        if (colon >= 0) {
            String[] before = raw.clone();
            before[raw.length - 1] = last.substring(0, colon);
            var match = new Search(method, before, last.substring(colon + 1), allowed).run();
            if (match != null) {
                return Optional.of(match);
            }
        }
        var match = new Search(method, raw, "", allowed).run();
        if (match != null) {
            return Optional.of(match);
        }
        return allowed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Match.OtherMethods<>(allowed));
    }

    /** One walk down the tree, backwards out of what leads nowhere. */
    private final class Search {
        private final String method;
        private final String[] raw;
        private final String[] decoded;
        private final String verb;
        private final Set<String> allowed;

        Search(String method, String[] raw, String verb, Set<String> allowed) {
            this.method = method;
            this.raw = raw;
            this.verb = verb;
            this.allowed = allowed;
            this.decoded = new String[raw.length];
            for (int i = 0; i < raw.length; i++) {
                decoded[i] = PercentCoding.decode(raw[i]);
            }
        }

        @Nullable Match<R> run() {
            Entry<R> entry = walk(root, 0);
            return entry == null
                    ? null
                    : new Match.Found<>(entry.route(), values(entry.template()));
        }

        private @Nullable Entry<R> walk(Node<R> node, int at) {
            if (at == raw.length) {
                Entry<R> here = end(node);
                return here != null || node.rest == null ? here : end(node.rest);
            }
            if (!raw[at].isEmpty()) {
                Node<R> literal = node.literals.get(decoded[at]);
                Entry<R> found = literal == null ? null : walk(literal, at + 1);
                if (found == null && node.any != null) {
                    found = walk(node.any, at + 1);
                }
                if (found != null) {
                    return found;
                }
            }
            return node.rest == null ? null : end(node.rest);
        }

        private @Nullable Entry<R> end(Node<R> node) {
            Map<String, Entry<R>> methods = node.ends.get(verb);
            if (methods == null) {
                return null;
            }
            Entry<R> entry = methods.get(method);
            if (entry == null) {
                allowed.addAll(methods.keySet());
            }
            return entry;
        }

        private List<String> values(PathTemplate template) {
            var values = new ArrayList<String>(template.variables().size());
            int behindRest = raw.length - template.segments().size();
            for (PathTemplate.Variable variable : template.variables()) {
                if (variable.single()) {
                    values.add(decoded[variable.from()]);
                } else {
                    boolean open =
                            template.segments().getLast() instanceof PathTemplate.Segment.Rest
                                    && variable.to() == template.segments().size();
                    values.add(joined(variable.from(), variable.to() + (open ? behindRest : 0)));
                }
            }
            return values;
        }

        private String joined(int from, int to) {
            var text = new StringBuilder();
            for (int i = from; i < to; i++) {
                if (i > from) {
                    text.append('/');
                }
                text.append(PercentCoding.decodeButSlash(raw[i]));
            }
            return text.toString();
        }
    }
}
