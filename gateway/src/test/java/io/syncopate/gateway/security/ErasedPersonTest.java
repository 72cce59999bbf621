package io.syncopate.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.gateway.keys.ApiKey;
import io.syncopate.gateway.keys.ApiKeys;
import io.syncopate.gateway.keys.IssueKey;
import io.syncopate.gateway.keys.RevokeKeys;
import io.syncopate.gateway.keys.SecretHash;
import io.syncopate.gateway.people.ErasePerson;
import io.syncopate.gateway.people.People;
import io.syncopate.gateway.people.Person;
import io.syncopate.gateway.people.PersonEvent;
import io.syncopate.gateway.people.Roles;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.Scope;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.InMemoryAggregates;
import io.syncopate.testkit.kernel.SettableClock;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is kept for somebody while they are erased, and whoever gets their uid next. */
class ErasedPersonTest {

    private static final Uid ZOE = new Uid("zoe");
    private static final SignIns.Person PERSON = new SignIns.Person(Callers.ACME, ZOE);
    private static final Set<Grant> GRANTS = Set.of(new Grant("*", Scope.TENANT));

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final Roles roles = new Roles(Map.of("owner", List.of("*:TENANT")));
    private final AllPeople people = new AllPeople(clock);
    private final AllKeys keys = new AllKeys(clock);
    private final AllSignIns signIns = new AllSignIns();
    private final SignInLinks links =
            new SignInLinks(signIns, people, Duration.ofMinutes(10), Duration.ofHours(12), clock);
    private final ErasePerson erasePerson =
            new ErasePerson(people, roles, List.of(new RevokeKeys(keys), links));
    private final IssueKey issueKey = new IssueKey(keys, people);
    private final Admission admission =
            new Admission(
                    keys,
                    people,
                    roles,
                    signIns,
                    new SecuritySettings.Developer(null, "acme", "developer"),
                    clock,
                    Runnable::run);

    /** Done once, right before something is kept. */
    private Runnable meanwhile = () -> {};

    @BeforeEach
    void enter() {
        enterZoe();
    }

    @Test
    void aKeyThatIsIssuedMeanwhileOpensForNobody() {
        meanwhile = this::eraseAndEnterAnew;
        String late = issued();
        assertThat(admission.byKey(late).blockOptional()).isEmpty();
        assertThat(admission.byKey(issued()).blockOptional()).isPresent();
    }

    @Test
    void aBrowserThatSignsInMeanwhileIsSignedInAsNobody() {
        String code = code();
        meanwhile = this::eraseAndEnterAnew;
        String late = links.signIn(code).orElseThrow();
        assertThat(admission.bySession(late).blockOptional()).isEmpty();
        String session = links.signIn(code()).orElseThrow();
        assertThat(admission.bySession(session).blockOptional()).isPresent();
    }

    @Test
    void aLinkThatIsMadeMeanwhileSignsNobodyIn() {
        meanwhile = this::eraseAndEnterAnew;
        String late = code();
        assertThat(links.signIn(late)).isEmpty();
        assertThat(people.events(Callers.ACME, ZOE.value()))
                .doesNotContain(new PersonEvent.PersonSignedIn());
    }

    @Test
    void whatWasKeptBeforeItWasSaidForWhomStillOpens() {
        signIns.addSession(
                SecretHash.of("session"),
                new SignIns.Holder(PERSON, Optional.empty()),
                clock.instant().plusSeconds(60));
        assertThat(admission.bySession("session").blockOptional()).isPresent();
    }

    private String code() {
        String link = links.create(PERSON);
        return link.substring(link.indexOf('=') + 1);
    }

    private String issued() {
        return issueKey.issue(by(), "key", Optional.of(ZOE), GRANTS, Optional.empty())
                .secret()
                .orElseThrow();
    }

    private void eraseAndEnterAnew() {
        erasePerson.erase(by(), ZOE, "");
        clock.advance(Duration.ofMillis(1));
        enterZoe();
    }

    private void enterZoe() {
        people.add(
                by(),
                ZOE.value(),
                new Person("Zoe", Optional.empty(), Optional.empty(), Set.of(), Set.of("owner")),
                new PersonEvent.PersonEntered());
    }

    private Command by() {
        return Callers.command(Callers.ann(), "test", clock.instant());
    }

    private void doMeanwhile() {
        Runnable deed = meanwhile;
        meanwhile = () -> {};
        deed.run();
    }

    private static final class AllPeople extends InMemoryAggregates<Person> implements People {
        private AllPeople(Clock clock) {
            super("people", clock);
        }
    }

    private final class AllKeys extends InMemoryAggregates<ApiKey> implements ApiKeys {
        private AllKeys(Clock clock) {
            super("apiKeys", clock);
        }

        @Override
        public synchronized Versioned<ApiKey> add(
                Command by, Ownership ownership, String id, ApiKey value, DomainEvent event) {
            doMeanwhile();
            return super.add(by, ownership, id, value, event);
        }

        @Override
        public List<Versioned<ApiKey>> of(TenantId tenant, Uid person) {
            return all(tenant, key -> key.person().equals(person));
        }
    }

    private final class AllSignIns implements SignIns {

        private final Map<SecretHash, Kept> codes = new HashMap<>();
        private final Map<SecretHash, Kept> sessions = new HashMap<>();

        private record Kept(Holder holder, Instant until) {}

        @Override
        public void addCode(SecretHash code, Holder holder, Instant until) {
            doMeanwhile();
            codes.put(code, new Kept(holder, until));
        }

        @Override
        public Optional<Holder> redeem(SecretHash code, Instant now) {
            return opening(codes.remove(code), now);
        }

        @Override
        public void addSession(SecretHash session, Holder holder, Instant until) {
            doMeanwhile();
            sessions.put(session, new Kept(holder, until));
        }

        @Override
        public Optional<Holder> session(SecretHash session, Instant now) {
            return opening(sessions.get(session), now);
        }

        private Optional<Holder> opening(@Nullable Kept kept, Instant now) {
            return Optional.ofNullable(kept)
                    .filter(each -> each.until().isAfter(now))
                    .map(Kept::holder);
        }

        @Override
        public void endSession(SecretHash session) {
            sessions.remove(session);
        }

        @Override
        public void endAll(SignIns.Person person) {
            codes.values().removeIf(kept -> kept.holder().person().equals(person));
            sessions.values().removeIf(kept -> kept.holder().person().equals(person));
        }

        @Override
        public void forget(Instant now) {
            codes.values().removeIf(kept -> !kept.until().isAfter(now));
            sessions.values().removeIf(kept -> !kept.until().isAfter(now));
        }
    }
}
