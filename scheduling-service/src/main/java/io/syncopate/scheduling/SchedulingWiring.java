package io.syncopate.scheduling;

import io.syncopate.kernel.OneByOne;
import io.syncopate.scheduling.cohort.Cohorts;
import io.syncopate.scheduling.cohort.DeleteCohort;
import io.syncopate.scheduling.cohort.EnrolParticipant;
import io.syncopate.scheduling.cohort.GroupCohort;
import io.syncopate.scheduling.cohort.Participants;
import io.syncopate.scheduling.rotation.PlanRotation;
import io.syncopate.scheduling.series.AllSeries;
import io.syncopate.scheduling.series.CreateSeries;
import io.syncopate.scheduling.series.DiscardSeries;
import io.syncopate.scheduling.series.FinishSeries;
import io.syncopate.scheduling.series.PlanSeries;
import io.syncopate.scheduling.series.Planner;
import io.syncopate.scheduling.series.PublishSeries;
import io.syncopate.scheduling.series.Sessions;
import io.syncopate.starter.cpu.CpuPool;
import io.syncopate.starter.time.RecurringTask;
import io.syncopate.starter.time.RecurringTasks;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** Puts the plain Java cores together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SchedulingSettings.class)
class SchedulingWiring {

    @Bean
    Planner planner(CpuPool pool) {
        var rotation = new PlanRotation();
        return problem -> pool.run(() -> rotation.plan(problem));
    }

    @Bean
    GroupCohort groupCohort(Cohorts cohorts, Participants participants) {
        return new GroupCohort(cohorts, participants);
    }

    @Bean
    EnrolParticipant enrolParticipant(Cohorts cohorts, Participants participants) {
        return new EnrolParticipant(cohorts, participants);
    }

    @Bean
    DeleteCohort deleteCohort(Cohorts cohorts, Participants participants) {
        return new DeleteCohort(cohorts, participants);
    }

    @Bean
    PlanSeries planSeries(GroupCohort cohorts, Planner planner) {
        return new PlanSeries(cohorts, planner);
    }

    @Bean
    FinishSeries finishSeries(
            AllSeries allSeries, Sessions sessions, OneByOne oneByOne, Clock clock) {
        return new FinishSeries(allSeries, sessions, oneByOne, clock);
    }

    @Bean
    CreateSeries createSeries(PlanSeries planSeries, AllSeries allSeries, FinishSeries finish) {
        return new CreateSeries(planSeries, allSeries, finish);
    }

    @Bean
    PublishSeries publishSeries(AllSeries allSeries) {
        return new PublishSeries(allSeries);
    }

    @Bean
    DiscardSeries discardSeries(AllSeries allSeries, FinishSeries finish) {
        return new DiscardSeries(allSeries, finish);
    }

    @Bean
    RecurringTask finishSeriesSoon(
            RecurringTasks tasks, FinishSeries finish, SchedulingSettings settings) {
        return tasks.every("finish-series", settings.sweepEvery(), new Sweep(finish)::sweep);
    }
}
