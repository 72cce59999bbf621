package io.syncopate.starter.autoconfigure;

import io.syncopate.starter.background.BackgroundWork;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

/** A process whose background work has died says that it is not alive: it is started again. */
final class BackgroundLiveness
        implements SmartInitializingSingleton, ApplicationListener<ApplicationReadyEvent> {

    private final ObjectProvider<BackgroundWork> works;
    private final ApplicationContext context;

    BackgroundLiveness(ObjectProvider<BackgroundWork> works, ApplicationContext context) {
        this.works = works;
        this.context = context;
    }

    @Override
    public void afterSingletonsInstantiated() {
        works.forEach(work -> work.lifeline().onDeath(this::tell));
    }

    /** Boot has just said that all is well, whatever died while it started. */
    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        afterSingletonsInstantiated();
    }

    private void tell() {
        AvailabilityChangeEvent.publish(context, LivenessState.BROKEN);
    }
}
