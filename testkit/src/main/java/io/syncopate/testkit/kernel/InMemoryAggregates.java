package io.syncopate.testkit.kernel;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.AlreadyExistsException;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.RequestReusedException;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The port without a store, for use cases under test; passes the same contract as MongoDB's. */
public class InMemoryAggregates<T> implements Aggregates<T> {

    private final String collection;
    private final Clock clock;
    private final Map<Key, Entry<T>> entries = new LinkedHashMap<>();

    /**
     * @param collection such as {@code programs}, the first part of resource names
     */
    public InMemoryAggregates(String collection, Clock clock) {
        this.collection = collection;
        this.clock = clock;
    }

    @Override
    public synchronized Versioned<T> add(
            Command by, Ownership ownership, String id, T value, DomainEvent event) {
        Key key = new Key(by.tenant(), id);
        Entry<T> entry = entries.get(key);
        if (entry != null) {
            if (entry.remembers(by)) {
                Versioned<T> stored = entry.current().orElseThrow(() -> notFound(id));
                if (!by.reach().covers(stored.ownership())) {
                    throw new RequestReusedException(by.requestId().orElseThrow());
                }
                return stored;
            }
            if (entry.value != null) {
                throw new AlreadyExistsException(collection, nameOf(id));
            }
        } else {
            entry = new Entry<>();
            entries.put(key, entry);
        }
        Instant now = now();
        entry.write(
                by,
                new Versioned<>(
                        id, nameOf(id), value, entry.events.size() + 1L, now, now, ownership),
                event);
        return entry.current().orElseThrow();
    }

    @Override
    public synchronized Optional<Versioned<T>> find(TenantId tenant, String id) {
        return Optional.ofNullable(entries.get(new Key(tenant, id))).flatMap(Entry::current);
    }

    @Override
    public Versioned<T> get(TenantId tenant, String id) {
        return find(tenant, id).orElseThrow(() -> notFound(id));
    }

    @Override
    public Versioned<T> get(Reach reach, String id) {
        return find(reach, id).orElseThrow(() -> notFound(id));
    }

    @Override
    public synchronized Optional<Versioned<T>> answered(Command by, String id) {
        return Optional.ofNullable(entries.get(new Key(by.tenant(), id)))
                .filter(entry -> entry.value != null && entry.remembers(by))
                .flatMap(Entry::current)
                .filter(found -> by.reach().covers(found.ownership()));
    }

    @Override
    public synchronized Versioned<T> change(
            Command by, Versioned<T> before, T after, DomainEvent event) {
        Entry<T> entry = entry(by, before.id());
        Versioned<T> current = entry.current().orElseThrow(() -> notFound(before.id()));
        if (entry.remembers(by)) {
            return current;
        }
        requireSameVersion(before, current);
        Versioned<T> next =
                new Versioned<>(
                        before.id(),
                        before.name(),
                        after,
                        current.version() + 1,
                        current.createTime(),
                        now(),
                        current.ownership());
        entry.write(by, next, event);
        return next;
    }

    @Override
    public synchronized void remove(Command by, Versioned<T> before, DomainEvent event) {
        Entry<T> entry = entry(by, before.id());
        if (entry.remembers(by)) {
            return;
        }
        requireSameVersion(before, entry.current().orElseThrow(() -> notFound(before.id())));
        entry.write(by, null, event);
    }

    @Override
    public Page<Versioned<T>> list(Reach reach, PageRequest page) {
        return page(reach, value -> true, page);
    }

    /** What happened to the aggregate, oldest first, as the log would have it. */
    public synchronized List<DomainEvent> events(TenantId tenant, String id) {
        Entry<T> entry = entries.get(new Key(tenant, id));
        return entry == null ? List.of() : List.copyOf(entry.events);
    }

    /** Those of the tenant that match, in order of creation. */
    protected final synchronized List<Versioned<T>> all(TenantId tenant, Predicate<T> wanted) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().tenant().equals(tenant))
                .flatMap(entry -> entry.getValue().current().stream())
                .filter(found -> wanted.test(found.value()))
                .sorted(
                        Comparator.<Versioned<T>, Instant>comparing(Versioned::createTime)
                                .thenComparing(Versioned::id))
                .toList();
    }

    protected final Page<Versioned<T>> page(
            TenantId tenant, Predicate<T> wanted, PageRequest page) {
        return page(Reach.everything(tenant), wanted, page);
    }

    protected final Page<Versioned<T>> page(Reach reach, Predicate<T> wanted, PageRequest page) {
        int from = 0;
        if (!page.token().isEmpty()) {
            try {
                from = Integer.parseInt(page.token());
            } catch (NumberFormatException e) {
                throw InvalidException.pageToken(page.token());
            }
        }
        List<Versioned<T>> found =
                all(reach.tenant(), wanted).stream()
                        .filter(each -> reach.covers(each.ownership()))
                        .toList();
        int to = Math.min(found.size(), from + page.size());
        return new Page<>(
                found.subList(Math.min(from, to), to),
                to < found.size() ? Integer.toString(to) : "");
    }

    private Entry<T> entry(Command by, String id) {
        Entry<T> entry = entries.get(new Key(by.tenant(), id));
        if (entry == null) {
            throw notFound(id);
        }
        return entry;
    }

    private void requireSameVersion(Versioned<T> before, Versioned<T> current) {
        if (before.version() != current.version()) {
            throw new StaleEtagException(before.name(), before.etag(), current.etag());
        }
    }

    private NotFoundException notFound(String id) {
        return new NotFoundException(collection, nameOf(id));
    }

    /** The resource name; nested resources override it. */
    protected String nameOf(String id) {
        return collection + "/" + id;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private record Key(TenantId tenant, String id) {}

    private static final class Entry<T> {
        private @Nullable Versioned<T> value;
        private final List<DomainEvent> events = new ArrayList<>();
        private final Map<String, String> fingerprints = new HashMap<>();

        Optional<Versioned<T>> current() {
            return Optional.ofNullable(value);
        }

        void write(Command by, @Nullable Versioned<T> next, DomainEvent event) {
            value = next;
            events.add(event);
            by.requestId()
                    .ifPresent(id -> fingerprints.put(by.method() + " " + id, by.fingerprint()));
        }

        boolean remembers(Command by) {
            String known =
                    by.requestId().map(id -> fingerprints.get(by.method() + " " + id)).orElse(null);
            if (known != null && !known.equals(by.fingerprint())) {
                throw new RequestReusedException(by.requestId().orElseThrow());
            }
            return known != null;
        }
    }
}
