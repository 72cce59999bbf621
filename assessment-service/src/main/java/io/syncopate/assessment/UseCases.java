package io.syncopate.assessment;

import io.syncopate.assessment.backtest.PastAnswers;
import io.syncopate.assessment.calibration.ReviewedPrograms;
import io.syncopate.assessment.lint.LintPlan;
import io.syncopate.assessment.model.AvailableModels;
import io.syncopate.assessment.model.CompileModel;
import io.syncopate.assessment.model.DecisionModels;
import io.syncopate.assessment.model.DefaultModels;
import io.syncopate.assessment.model.EditModels;
import io.syncopate.assessment.model.Expressions;
import io.syncopate.assessment.model.ModelVersions;
import io.syncopate.assessment.model.TenantModels;
import io.syncopate.assessment.model.WorkflowComparison;
import io.syncopate.assessment.program.AcceptAssessment;
import io.syncopate.assessment.program.AssessProgram;
import io.syncopate.assessment.program.Assessments;
import io.syncopate.assessment.program.CancelLaunch;
import io.syncopate.assessment.program.CheckReadiness;
import io.syncopate.assessment.program.DescribeProgram;
import io.syncopate.assessment.program.HoldPilot;
import io.syncopate.assessment.program.ImportOutcomes;
import io.syncopate.assessment.program.LaunchProgram;
import io.syncopate.assessment.program.LaunchSoon;
import io.syncopate.assessment.program.LiveSchedule;
import io.syncopate.assessment.program.Outcomes;
import io.syncopate.assessment.program.Production;
import io.syncopate.assessment.program.Programs;
import io.syncopate.assessment.program.RecordOutcome;
import io.syncopate.assessment.program.RemindLearners;
import io.syncopate.assessment.program.ReviewProgram;
import io.syncopate.assessment.program.RunLaunch;
import io.syncopate.assessment.program.SupportLearners;
import io.syncopate.assessment.program.SwitchWorkflow;
import io.syncopate.assessment.scoring.AnswerBrief;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** The cores, which know no framework, with the adapters that they need. */
@Configuration(proxyBeanMethods = false)
class UseCases {

    @Bean
    AnswerBrief answerBrief(Expressions expressions, WorkflowComparison comparison) {
        return new AnswerBrief(expressions, comparison);
    }

    @Bean
    LintPlan lintPlan(AnswerBrief answers) {
        return new LintPlan(answers);
    }

    @Bean
    CompileModel compileModel(Expressions expressions, DecisionModels shipped) {
        return new CompileModel(expressions, shipped);
    }

    @Bean
    AvailableModels availableModels(
            DecisionModels shipped,
            TenantModels models,
            ModelVersions versions,
            DefaultModels defaults,
            CompileModel compile) {
        return new AvailableModels(shipped, models, versions, defaults, compile);
    }

    @Bean
    EditModels editModels(
            AvailableModels available,
            DecisionModels shipped,
            TenantModels models,
            ModelVersions versions,
            DefaultModels defaults,
            CompileModel compile) {
        return new EditModels(available, shipped, models, versions, defaults, compile);
    }

    @Bean
    PastAnswers pastAnswers(Programs programs, Assessments assessments, Outcomes outcomes) {
        return new PastAnswers(programs, assessments, outcomes);
    }

    @Bean
    ReviewedPrograms reviewedPrograms(
            Programs programs, Assessments assessments, Outcomes outcomes, ReviewProgram reviews) {
        return new ReviewedPrograms(programs, assessments, outcomes, reviews);
    }

    @Bean
    DescribeProgram describeProgram(Programs programs) {
        return new DescribeProgram(programs);
    }

    @Bean
    AssessProgram assessProgram(Programs programs, Assessments assessments, AnswerBrief answers) {
        return new AssessProgram(programs, assessments, answers);
    }

    @Bean
    AcceptAssessment acceptAssessment(Programs programs, Assessments assessments) {
        return new AcceptAssessment(programs, assessments);
    }

    @Bean
    CheckReadiness checkReadiness(Programs programs, Assessments assessments) {
        return new CheckReadiness(programs, assessments);
    }

    @Bean
    SupportLearners supportLearners(Programs programs, Assessments assessments, Clock clock) {
        return new SupportLearners(programs, assessments, clock);
    }

    @Bean
    HoldPilot holdPilot(Programs programs) {
        return new HoldPilot(programs);
    }

    @Bean
    LaunchProgram launchProgram(Programs programs, Assessments assessments, LaunchSoon soon) {
        return new LaunchProgram(programs, assessments, soon);
    }

    @Bean
    CancelLaunch cancelLaunch(Programs programs, LaunchSoon soon) {
        return new CancelLaunch(programs, soon);
    }

    @Bean
    RunLaunch runLaunch(
            Programs programs,
            Assessments assessments,
            LiveSchedule schedule,
            Production production,
            Clock clock) {
        return new RunLaunch(programs, assessments, schedule, production, clock);
    }

    @Bean
    RemindLearners remindLearners(Programs programs, Assessments assessments, Clock clock) {
        return new RemindLearners(programs, assessments, clock);
    }

    @Bean
    ImportOutcomes importOutcomes(Programs programs, Outcomes outcomes) {
        return new ImportOutcomes(programs, outcomes);
    }

    @Bean
    ReviewProgram reviewProgram(Programs programs, Outcomes outcomes) {
        return new ReviewProgram(programs, outcomes);
    }

    @Bean
    SwitchWorkflow switchWorkflow(Programs programs, Assessments assessments) {
        return new SwitchWorkflow(programs, assessments);
    }

    @Bean
    RecordOutcome recordOutcome(Programs programs, Outcomes outcomes) {
        return new RecordOutcome(programs, outcomes);
    }
}
