package io.syncopate.assessment.program.grpc;

import io.syncopate.assessment.pilot.Feedback;
import io.syncopate.assessment.pilot.Finding;
import io.syncopate.assessment.pilot.Sample;
import io.syncopate.assessment.pilot.SampleWish;
import io.syncopate.assessment.pilot.Stratum;
import io.syncopate.assessment.program.HoldPilot;
import io.syncopate.assessment.shared.grpc.Protos;
import io.syncopate.proto.assessment.v1.Pilot;
import io.syncopate.proto.assessment.v1.PilotFeedback;
import io.syncopate.proto.assessment.v1.PilotFinding;
import io.syncopate.proto.assessment.v1.PilotSample;
import io.syncopate.proto.assessment.v1.PlanPilotRequest;

import java.util.Optional;
import java.util.OptionalInt;

/** Pilots as the contract shows them. */
final class PilotMapper {

    private PilotMapper() {}

    static HoldPilot.Plan plan(PlanPilotRequest request) {
        PilotSample sample = request.getSample();
        return new HoldPilot.Plan(
                Names.date("start_date", request.getStartDate()),
                request.getDays() == 0 ? Optional.empty() : Optional.of(request.getDays()),
                new SampleWish(
                        sample.getSize() == 0
                                ? OptionalInt.empty()
                                : OptionalInt.of(sample.getSize()),
                        sample.getDrawn(),
                        sample.getStrataList().stream().map(PilotMapper::read).toList(),
                        sample.getDepartureReason()));
    }

    static Feedback read(PilotFeedback message) {
        return new Feedback(
                Feedback.Kind.valueOf(message.getKind().name()),
                message.getRating(),
                message.getRespondents(),
                message.getComment());
    }

    static Finding read(PilotFinding message) {
        return new Finding(
                message.getKey(),
                Feedback.Kind.valueOf(message.getKind().name()),
                Finding.Effect.valueOf(message.getEffect().name()),
                message.getText(),
                message.hasDecision()
                        ? Optional.of(
                                new Finding.Decision(
                                        Finding.Action.valueOf(
                                                message.getDecision().getAction().name()),
                                        message.getDecision().getReason()))
                        : Optional.empty());
    }

    static Pilot write(String program, io.syncopate.assessment.pilot.Pilot pilot) {
        var message =
                Pilot.newBuilder()
                        .setState(pilot.isFinished() ? Pilot.State.FINISHED : Pilot.State.OPEN)
                        .setAssessment(Names.assessment(program, pilot.assessment()))
                        .setStartDate(pilot.start().toString())
                        .setEndDate(pilot.end().toString())
                        .setDays(pilot.days())
                        .setSample(sample(pilot.sample()))
                        .addAllUndecidedFindings(pilot.undecided())
                        .addAllNotes(pilot.notes());
        pilot.feedback().forEach(each -> message.addFeedback(feedback(each)));
        pilot.findings().forEach(each -> message.addFindings(finding(each)));
        pilot.missingFeedback()
                .forEach(
                        kind ->
                                message.addMissingFeedback(
                                        PilotFeedback.Kind.valueOf(kind.name())));
        pilot.finishTime().map(Protos::timestamp).ifPresent(message::setFinishTime);
        return message.build();
    }

    private static Stratum read(PilotSample.Stratum message) {
        return new Stratum(
                Stratum.Dimension.valueOf(message.getDimension().name()),
                message.getValue(),
                message.getAudienceCount(),
                message.getSampleCount());
    }

    private static PilotSample sample(Sample sample) {
        var message =
                PilotSample.newBuilder()
                        .setSize(sample.size())
                        .setDrawn(sample.drawn())
                        .setDepartureReason(sample.departure())
                        .addAllDepartures(sample.departures());
        sample.strata()
                .forEach(
                        each ->
                                message.addStrataBuilder()
                                        .setDimension(
                                                PilotSample.Dimension.valueOf(
                                                        each.dimension().name()))
                                        .setValue(each.value())
                                        .setAudienceCount(each.audience())
                                        .setSampleCount(each.sampled()));
        return message.build();
    }

    private static PilotFeedback feedback(Feedback feedback) {
        return PilotFeedback.newBuilder()
                .setKind(PilotFeedback.Kind.valueOf(feedback.kind().name()))
                .setRating(feedback.rating())
                .setRespondents(feedback.respondents())
                .setComment(feedback.comment())
                .build();
    }

    private static PilotFinding finding(Finding finding) {
        var message =
                PilotFinding.newBuilder()
                        .setKey(finding.key())
                        .setKind(PilotFeedback.Kind.valueOf(finding.kind().name()))
                        .setEffect(PilotFinding.Effect.valueOf(finding.effect().name()))
                        .setText(finding.text());
        finding.decision()
                .ifPresent(
                        decision ->
                                message.getDecisionBuilder()
                                        .setAction(
                                                PilotFinding.Action.valueOf(
                                                        decision.action().name()))
                                        .setReason(decision.reason()));
        return message.build();
    }
}
