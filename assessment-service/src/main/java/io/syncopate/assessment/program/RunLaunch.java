package io.syncopate.assessment.program;

import io.syncopate.assessment.program.Launch.Act;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a launch on, or back, act by act, until there is nothing to do, an act failed or was
 * refused. That another service is asked is kept before it is asked, and what came of it before the
 * next act. Request ids follow from the launch and the step alone, so whoever does an act again,
 * after a crash or at the same time, gets the same series and the same campaign.
 */
public final class RunLaunch {

    private static final System.Logger LOG = System.getLogger(RunLaunch.class.getName());
    private static final String METHOD = "syncopate.assessment.RunLaunch";
    private static final String SERVICE = "assessment";

    private final Programs programs;
    private final Assessments assessments;
    private final LiveSchedule schedule;
    private final Production production;
    private final Clock clock;

    public RunLaunch(
            Programs programs,
            Assessments assessments,
            LiveSchedule schedule,
            Production production,
            Clock clock) {
        this.programs = programs;
        this.assessments = assessments;
        this.schedule = schedule;
        this.production = production;
        this.clock = clock;
    }

    /** Returns when nothing is left to do now, or when somebody else took it on. */
    public void run(TenantId tenant, String id) {
        Optional<Versioned<Program>> program = programs.find(tenant, id);
        while (program.isPresent()) {
            Optional<Act> act = program.get().value().stage().act();
            program = act.isPresent() ? take(tenant, program.get(), act.get()) : Optional.empty();
        }
    }

    /** Empty when it is not to go on from here. */
    private Optional<Versioned<Program>> take(TenantId tenant, Versioned<Program> before, Act act) {
        boolean doubted = step(before, act).doubt();
        Versioned<Program> asking;
        try {
            asking = asking(tenant, before, act);
        } catch (StaleEtagException e) {
            return Optional.empty();
        }
        StepResult result = result(tenant, asking, act);
        Optional<Versioned<Program>> kept = keep(tenant, asking, act, result, doubted);
        return result instanceof StepResult.Failed ? Optional.empty() : kept;
    }

    private Versioned<Program> asking(TenantId tenant, Versioned<Program> before, Act act) {
        Program asking = before.value().asking(act, now());
        LaunchStep step = asking.stage().launch().orElseThrow().step(act.kind());
        return change(
                tenant,
                before,
                asking,
                new ProgramEvent.LaunchStepAsked(step.kind(), step.attempts()));
    }

    private StepResult result(TenantId tenant, Versioned<Program> program, Act act) {
        LaunchStep step = step(program, act);
        try {
            return ask(tenant, program, act, step);
        } catch (StepRefusedException e) {
            return new StepResult.Refused(e.why(), String.valueOf(e.getMessage()));
        } catch (StepFailedException e) {
            return new StepResult.Failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // A fault of the platform: shown as failed without its inner details, tried again
            // later.
            LOG.log(System.Logger.Level.ERROR, "launch step " + step.request() + " failed", e);
            return new StepResult.Failed("The platform failed; its log has more.");
        }
    }

    private StepResult ask(TenantId tenant, Versioned<Program> program, Act act, LaunchStep step) {
        Launch launch = program.value().stage().launch().orElseThrow();
        Caller by = caller(tenant, launch);
        JourneyInServices journey =
                new JourneyInServices(
                        program.id(),
                        program.value().launchTerms(),
                        program.ownership().teams(),
                        assessments.get(tenant, program.id(), launch.assessment()).value(),
                        launch.startDate());
        return switch (act) {
            case PLAN ->
                    new StepResult.Made(
                            schedule.plan(by, journey.series(), step.request()),
                            journey.told("The series is planned, not published yet."));
            case ORDER ->
                    new StepResult.Done(
                            production.order(by, journey.campaign(), step.request()),
                            "The campaign has %d assets."
                                    .formatted(journey.campaign().items().size()));
            case PUBLISH -> {
                schedule.publish(by, step.resource(), step.request() + "-publish");
                yield new StepResult.Done(
                        step.resource(), journey.told("The series is planned and published."));
            }
            case DISCARD -> {
                schedule.discard(by, step.resource());
                yield new StepResult.Discarded();
            }
        };
    }

    /**
     * A fact is kept also when somebody recorded something meanwhile, such as that they asked too or
     * that the launch is to be cancelled; else a slow answer might never be. Empty when it belongs
     * to nothing any more; whoever was faster goes on.
     */
    private Optional<Versioned<Program>> keep(
            TenantId tenant,
            Versioned<Program> asking,
            Act act,
            StepResult result,
            boolean doubted) {
        LaunchStep asked = step(asking, act);
        Optional<Versioned<Program>> current = Optional.of(asking);
        while (current.isPresent()) {
            try {
                return Optional.of(after(tenant, current.get(), act, result, doubted));
            } catch (StaleEtagException e) {
                current =
                        programs.find(tenant, asking.id())
                                .filter(newer -> result.isFact() && newer.value().awaits(asked));
            }
        }
        return current;
    }

    private Versioned<Program> after(
            TenantId tenant,
            Versioned<Program> before,
            Act act,
            StepResult result,
            boolean doubted) {
        Program after = before.value().after(act, result, doubted, now());
        return change(tenant, before, after, event(after, act));
    }

    private static DomainEvent event(Program after, Act act) {
        return after.stage()
                .launch()
                .map(launch -> launch.step(act.kind()))
                .<DomainEvent>map(
                        step ->
                                new ProgramEvent.LaunchStepTaken(
                                        step.kind(), step.state(), step.resource()))
                .orElseGet(ProgramEvent.LaunchCancelled::new);
    }

    /** Its version alone guards it: a repeat that finds another one decides anew. */
    private Versioned<Program> change(
            TenantId tenant, Versioned<Program> before, Program after, DomainEvent event) {
        Caller by = caller(tenant, before.value().stage().launch().orElseThrow());
        return programs.change(
                new Command(by, METHOD, Optional.empty(), METHOD, now()), before, after, event);
    }

    private static LaunchStep step(Versioned<Program> program, Act act) {
        return program.value().stage().launch().orElseThrow().step(act.kind());
    }

    private static Caller caller(TenantId tenant, Launch launch) {
        return new Caller(tenant, launch.by(), Set.of(), Set.of(), Optional.of(SERVICE));
    }

    private Instant now() {
        return clock.instant();
    }
}
