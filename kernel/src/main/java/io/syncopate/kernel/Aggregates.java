package io.syncopate.kernel;

import java.util.Optional;

/**
 * Keeps the aggregates of one kind, each with its version. Every change carries exactly one event,
 * stored with it or not at all. Nothing is reached without its tenant.
 *
 * <p>Repeating a command with the same request id and fingerprint changes nothing and returns what
 * is stored.
 */
public interface Aggregates<T> {

    /**
     * @throws RequestReusedException when the request id created it from a different request, or
     *     created what the caller does not reach
     * @throws AlreadyExistsException when the id is taken otherwise
     */
    Versioned<T> add(Command by, Ownership ownership, String id, T value, DomainEvent event);

    /** It is the caller's, shared by all of the caller's teams. */
    default Versioned<T> add(Command by, String id, T value, DomainEvent event) {
        return add(by, Ownership.of(by.by()), id, value, event);
    }

    Optional<Versioned<T>> find(TenantId tenant, String id);

    default Optional<Versioned<T>> find(Reach reach, String id) {
        return find(reach.tenant(), id).filter(found -> reach.covers(found.ownership()));
    }

    /**
     * @throws NotFoundException when the tenant has none with this id
     */
    Versioned<T> get(TenantId tenant, String id);

    /**
     * @throws NotFoundException when the tenant has none with this id, or it is out of reach
     */
    Versioned<T> get(Reach reach, String id);

    /**
     * What is stored and reached, when this very request has created or changed it already: to be asked before
     * deciding, because the changed state may refuse the same request a second time.
     *
     * @throws RequestReusedException when the request id was used for a different request
     */
    Optional<Versioned<T>> answered(Command by, String id);

    /**
     * @throws StaleEtagException when {@code before} is not the current version any more
     * @throws RequestReusedException when the request id was used for a different request
     * @throws NotFoundException when it was removed
     */
    Versioned<T> change(Command by, Versioned<T> before, T after, DomainEvent event);

    /**
     * Removes it; removing it again by the same request is no error.
     *
     * @throws StaleEtagException when {@code before} is not the current version any more
     * @throws NotFoundException when another request removed it
     */
    void remove(Command by, Versioned<T> before, DomainEvent event);

    /** In order of creation (time, then id). */
    default Page<Versioned<T>> list(TenantId tenant, PageRequest page) {
        return list(Reach.everything(tenant), page);
    }

    /** Those that are reached, in the same order. */
    Page<Versioned<T>> list(Reach reach, PageRequest page);
}
