package io.syncopate.gateway.people;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.Uid;

import java.util.List;

/** Erases a person together with everything that lets somebody in as that person. */
public final class ErasePerson {

    private final People people;
    private final Roles roles;
    private final List<Credentials> credentials;

    public ErasePerson(People people, Roles roles, List<Credentials> credentials) {
        this.people = people;
        this.roles = roles;
        this.credentials = List.copyOf(credentials);
    }

    /**
     * @param etag empty to erase whatever is there
     * @throws io.syncopate.kernel.NotFoundException there is no such person
     * @throws io.syncopate.kernel.StaleEtagException the person has changed
     * @throws PeopleException.GrantBeyondOwn the person holds rights that the caller does not
     * @throws PeopleException.TeamBeyondOwn the person reaches a team that the caller does not
     */
    public void erase(Command by, Uid uid, String etag) {
        var before = people.get(by.tenant(), uid.value());
        Etags.check(etag, before);
        roles.requireHeld(before.value(), by.by());
        // first, so that a uid that is given again later does not find old keys in its name
        credentials.forEach(each -> each.revokeAll(by, uid));
        people.remove(by, before, new PersonEvent.PersonErased());
    }
}
