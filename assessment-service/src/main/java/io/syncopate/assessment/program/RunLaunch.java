package io.syncopate.assessment.program;

import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a launch on, step by step, until it is complete or a step fails. What a step made is kept
 * before the next one starts. Request ids follow from programme and step alone, so whoever does a
 * step again, after a crash or at the same time, gets the same series and the same campaign.
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

    /** Returns when the launch is complete, when a step failed, or when somebody else took it on. */
    public void run(TenantId tenant, String id) {
        Optional<Versioned<Program>> program = programs.find(tenant, id);
        while (program.isPresent()) {
            Versioned<Program> before = program.get();
            Optional<Launch> launch = before.value().stage().launch();
            Optional<LaunchStep> step = launch.flatMap(Launch::next);
            if (step.isEmpty()) {
                return;
            }
            LaunchStep after = take(tenant, before, launch.get(), step.get());
            program = keep(tenant, before, launch.get(), after);
            if (after.state() == LaunchStep.State.FAILED) {
                return;
            }
        }
    }

    private LaunchStep take(
            TenantId tenant, Versioned<Program> program, Launch launch, LaunchStep step) {
        Caller by = caller(tenant, launch);
        String request =
                "launch-%s-%s".formatted(program.id(), step.kind()).toLowerCase(Locale.ROOT);
        String name = program.value().displayName();
        try {
            Assessment assessment =
                    assessments.get(tenant, program.id(), launch.assessment()).value();
            return switch (step.kind()) {
                case SERIES -> {
                    if (step.resource().isEmpty()) {
                        var series =
                                JourneyInServices.series(
                                        program.id(), name, assessment, launch.startDate());
                        yield step.made(schedule.plan(by, series, request), now());
                    }
                    schedule.publish(by, step.resource(), request + "-publish");
                    yield step.done(step.resource(), "The series is planned and published.", now());
                }
                case CAMPAIGN -> {
                    var work = JourneyInServices.campaign(program.id(), name, assessment);
                    String made = production.order(by, work, request);
                    yield step.done(
                            made,
                            "The campaign has %d assets.".formatted(work.items().size()),
                            now());
                }
            };
        } catch (StepFailedException e) {
            return step.failed(String.valueOf(e.getMessage()), now());
        } catch (RuntimeException e) {
            // A fault of the platform: shown as failed without its inner details, tried again
            // later.
            LOG.log(System.Logger.Level.ERROR, "launch step " + request + " failed", e);
            return step.failed("The platform failed; its log has more.", now());
        }
    }

    /** Empty when somebody else was faster; they go on. */
    private Optional<Versioned<Program>> keep(
            TenantId tenant, Versioned<Program> before, Launch launch, LaunchStep after) {
        Command command =
                Command.internal(
                        caller(tenant, launch),
                        METHOD,
                        "%s-%d".formatted(before.id(), before.version()),
                        now());
        try {
            return Optional.of(
                    programs.change(
                            command,
                            before,
                            before.value().after(after, now()),
                            new ProgramEvent.LaunchStepTaken(
                                    after.kind(), after.state(), after.resource())));
        } catch (StaleEtagException e) {
            return Optional.empty();
        }
    }

    private static Caller caller(TenantId tenant, Launch launch) {
        return new Caller(tenant, launch.by(), Set.of(), Set.of(), Optional.of(SERVICE));
    }

    private Instant now() {
        return clock.instant();
    }
}
