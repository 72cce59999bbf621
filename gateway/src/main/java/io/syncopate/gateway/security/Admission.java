package io.syncopate.gateway.security;

import io.syncopate.gateway.keys.ApiKey;
import io.syncopate.gateway.keys.ApiKeys;
import io.syncopate.gateway.keys.KeyText;
import io.syncopate.gateway.keys.SecretHash;
import io.syncopate.gateway.people.People;
import io.syncopate.gateway.people.Roles;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Tells the caller from a credential. An answer is remembered for a few seconds by the credential's
 * hash, so that a revocation acts within them and most requests ask no database.
 */
public final class Admission {

    /** How long a revoked credential may still be let in. */
    static final Duration REMEMBERED_FOR = Duration.ofSeconds(4);

    /** The driver itself would wait for a silent store for as long as half a minute. */
    private static final Duration STORE_ANSWERS_WITHIN = Duration.ofSeconds(5);

    private static final int REMEMBERED = 10_000;

    private final ApiKeys keys;
    private final People people;
    private final Roles roles;
    private final SignIns signIns;
    private final @Nullable DeveloperKey developerKey;
    private final SignIns.Person developer;
    private final Clock clock;
    private final Scheduler database;
    private final Map<SecretHash, Known> known =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<SecretHash, Known> eldest) {
                    return size() > REMEMBERED;
                }
            };

    private record Known(Optional<Caller> caller, Instant until) {}

    /**
     * @param database where calls that block are made
     */
    public Admission(
            ApiKeys keys,
            People people,
            Roles roles,
            SignIns signIns,
            SecuritySettings.Developer developer,
            Clock clock,
            Executor database) {
        this.keys = keys;
        this.people = people;
        this.roles = roles;
        this.signIns = signIns;
        this.developer =
                new SignIns.Person(new TenantId(developer.tenant()), new Uid(developer.uid()));
        this.developerKey =
                developer.keyFile() == null
                        ? null
                        : DeveloperKey.in(developer.keyFile(), this.developer.tenant());
        this.clock = clock;
        this.database = Schedulers.fromExecutor(database);
    }

    /** Empty when the key opens nothing. */
    public Mono<Caller> byKey(String text) {
        return remembered(SecretHash.of(text), () -> findByKey(text));
    }

    /** Empty when nobody is signed in by it, or no longer. */
    public Mono<Caller> bySession(String text) {
        SecretHash hash = SecretHash.of(text);
        return remembered(
                hash,
                () ->
                        signIns.session(hash, clock.instant())
                                .flatMap(holder -> caller(holder, Optional.empty())));
    }

    /** Forgets what is remembered of a session that was ended here. */
    void forget(String session) {
        synchronized (known) {
            known.remove(SecretHash.of(session));
        }
    }

    private Mono<Caller> remembered(
            SecretHash hash, java.util.function.Supplier<Optional<Caller>> search) {
        Known before;
        synchronized (known) {
            before = known.get(hash);
        }
        if (before != null && clock.instant().isBefore(before.until())) {
            return Mono.justOrEmpty(before.caller());
        }
        return Mono.fromCallable(
                        () -> {
                            // counted from before the search: what is revoked meanwhile is not kept
                            // longer
                            Instant until = clock.instant().plus(REMEMBERED_FOR);
                            Optional<Caller> found = search.get();
                            synchronized (known) {
                                known.put(hash, new Known(found, until));
                            }
                            return found;
                        })
                .subscribeOn(database)
                .timeout(STORE_ANSWERS_WITHIN)
                .flatMap(Mono::justOrEmpty);
    }

    private Optional<Caller> findByKey(String text) {
        if (developerKey != null && developerKey.is(text)) {
            return caller(new SignIns.Holder(developer, Optional.empty()), Optional.empty());
        }
        return KeyText.parse(text).flatMap(this::findIssued);
    }

    private Optional<Caller> findIssued(KeyText sent) {
        return keys.find(sent.tenant(), sent.id())
                .map(stored -> stored.value())
                .filter(key -> key.opensFor(sent.secret(), clock.instant()))
                .flatMap(key -> caller(sent.tenant(), key));
    }

    private Optional<Caller> caller(TenantId tenant, ApiKey key) {
        return caller(
                new SignIns.Holder(new SignIns.Person(tenant, key.person()), key.entered()),
                Optional.of(key.grants()));
    }

    /**
     * @param limit what a key allows of what the person may do; empty for all
     */
    private Optional<Caller> caller(SignIns.Holder holder, Optional<Set<Grant>> limit) {
        SignIns.Person who = holder.person();
        return people.find(who.tenant(), who.uid().value())
                // one that was kept while its person was being erased is nobody's
                .filter(stored -> holder.entered().map(stored.createTime()::equals).orElse(true))
                .map(stored -> stored.value())
                .map(
                        person -> {
                            Set<Grant> own = roles.grantsOf(person.roles());
                            return new Caller(
                                    who.tenant(),
                                    who.uid(),
                                    person.teams(),
                                    limit.map(few -> Roles.intersection(few, own)).orElse(own),
                                    Optional.empty());
                        });
    }
}
