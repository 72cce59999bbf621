package io.syncopate.gateway.history;

/** Tells whose a resource is by what is known now: a backend that changes may bring other kinds. */
public interface KnownKinds {

    /**
     * Of a backend that was never there yet it is told by the paths that it may serve.
     *
     * @throws HistoryException.UnknownKind no backend has such names
     */
    ResourceKind kindOf(String name);
}
