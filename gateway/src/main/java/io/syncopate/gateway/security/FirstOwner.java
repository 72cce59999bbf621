package io.syncopate.gateway.security;

import io.syncopate.gateway.people.People;
import io.syncopate.gateway.people.Person;
import io.syncopate.gateway.people.PersonEvent;
import io.syncopate.kernel.AlreadyExistsException;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Enters the person whom the developer's key calls as, where the key is switched on. */
final class FirstOwner implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(FirstOwner.class);
    private static final String OWNER = "owner";

    private final People people;
    private final SecuritySettings.Developer developer;
    private final Clock clock;

    FirstOwner(People people, SecuritySettings.Developer developer, Clock clock) {
        this.people = people;
        this.developer = developer;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        var tenant = new TenantId(developer.tenant());
        if (developer.keyFile() == null || people.find(tenant, developer.uid()).isPresent()) {
            return;
        }
        var gateway =
                new Caller(tenant, Uid.ofService("gateway"), Set.of(), Set.of(), Optional.empty());
        try {
            people.add(
                    Command.internal(
                            gateway, "gateway.firstOwner", developer.uid(), clock.instant()),
                    developer.uid(),
                    new Person(
                            "Developer",
                            Optional.empty(),
                            Optional.empty(),
                            Set.of(),
                            Set.of(OWNER)),
                    new PersonEvent.PersonEntered());
            LOG.info("Entered people/{} with the role {}", developer.uid(), OWNER);
        } catch (AlreadyExistsException e) {
            LOG.debug("Another replica entered people/{}", developer.uid(), e);
        }
    }
}
