package io.syncopate.gateway.keys;

import io.syncopate.gateway.people.People;
import io.syncopate.gateway.people.Person;
import io.syncopate.gateway.people.Roles;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.Ids;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Issues a key. */
public final class IssueKey {

    private static final int SHOWN = 4;

    private final ApiKeys keys;
    private final People people;

    public IssueKey(ApiKeys keys, People people) {
        this.keys = keys;
        this.people = people;
    }

    /**
     * @param secret what the program sends; empty when a repeated request finds the key issued
     */
    public record Issued(Versioned<ApiKey> key, Optional<String> secret) {}

    /**
     * @param person in whose name it calls; empty for the caller's own
     * @param expireTime empty for the usual life
     * @throws io.syncopate.kernel.NotFoundException there is no such person
     * @throws io.syncopate.gateway.people.PeopleException.GrantBeyondOwn the caller does not hold
     *     all of the grants, or those in another name not over the tenant
     * @throws KeyException.ExpiryOutOfRange it has passed or is too far away
     */
    public Issued issue(
            Command by,
            String displayName,
            Optional<Uid> person,
            Set<Grant> grants,
            Optional<Instant> expireTime) {
        String id = Ids.forCommand(by);
        Optional<Versioned<ApiKey>> repeated = keys.answered(by, id);
        if (repeated.isPresent()) {
            return new Issued(repeated.get(), Optional.empty());
        }
        Uid holder = person.orElse(by.by().uid());
        Versioned<Person> entry = people.get(by.tenant(), holder.value());
        Roles.requireHeldAs(holder, grants, by.by(), "api_key.grants");
        KeyText text = KeyText.issue(by.tenant(), id);
        var key =
                new ApiKey(
                        displayName,
                        holder,
                        Optional.of(entry.createTime()),
                        grants,
                        ApiKey.expiry(expireTime, by.at()),
                        text.secret().substring(0, SHOWN),
                        SecretHash.of(text.secret()));
        Versioned<ApiKey> stored = keys.add(by, id, key, new KeyEvent.KeyIssued());
        boolean won = stored.value().secret().equals(key.secret());
        return new Issued(stored, won ? Optional.of(text.text()) : Optional.empty());
    }
}
