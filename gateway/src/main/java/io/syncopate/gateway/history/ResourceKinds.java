package io.syncopate.gateway.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of resources that are known, each of one backend. */
public final class ResourceKinds {

    private final List<ResourceKind> all;

    private ResourceKinds(List<ResourceKind> all) {
        this.all = all;
    }

    public Optional<ResourceKind> find(String name) {
        return all.stream().filter(kind -> kind.hasName(name)).findFirst();
    }

    /** Says that the name is of none of them. */
    public HistoryException unknown(String name) {
        return new HistoryException.UnknownKind(
                name, all.stream().map(ResourceKind::pattern).toList());
    }

    /** Collects them; a kind is whose it was first. */
    public static final class Builder {

        private final Map<String, ResourceKind> byShape = new LinkedHashMap<>();

        /** The one whose names look the same, where that is another backend's; then nothing is added. */
        public Optional<ResourceKind> add(ResourceKind kind) {
            ResourceKind first = byShape.putIfAbsent(kind.shape(), kind);
            return Optional.ofNullable(first)
                    .filter(taken -> !taken.backend().equals(kind.backend()));
        }

        public ResourceKinds build() {
            return new ResourceKinds(List.copyOf(byShape.values()));
        }
    }
}
