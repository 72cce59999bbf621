package io.syncopate.assessment.quality.grpc;

import io.syncopate.assessment.quality.CompletionForecast;
import io.syncopate.assessment.quality.Degree;
import io.syncopate.assessment.quality.DesignQuality;
import io.syncopate.assessment.quality.Population;
import io.syncopate.assessment.quality.Practice;
import io.syncopate.assessment.shared.grpc.Protos;
import io.syncopate.proto.assessment.v1.Design;
import io.syncopate.proto.assessment.v1.DesignQuality.Trust;

/** A rated design as the contract shows it. */
final class QualityMapper {

    private QualityMapper() {}

    static io.syncopate.proto.assessment.v1.DesignQuality.Builder write(DesignQuality rated) {
        var message =
                io.syncopate.proto.assessment.v1.DesignQuality.newBuilder()
                        .setQualityPermille(rated.quality())
                        .setRetentionPermille(rated.retention())
                        .setWorkflow(Protos.workflow(rated.workflow()));
        rated.degrees()
                .forEach((practice, degree) -> message.addPractices(practice(rated, practice)));
        rated.completion().map(QualityMapper::forecast).ifPresent(message::setCompletion);
        rated.unforeseen()
                .ifPresent(
                        why ->
                                message.setForecastMissing(why.text())
                                        .setForecastMissingPath(why.path()));
        return message;
    }

    private static io.syncopate.proto.assessment.v1.DesignQuality.Practice practice(
            DesignQuality rated, Practice practice) {
        Degree degree = rated.degrees().getOrDefault(practice, new Degree(0, false, ""));
        DesignQuality without = rated.without(practice);
        var message =
                io.syncopate.proto.assessment.v1.DesignQuality.Practice.newBuilder()
                        .setId(practice.id())
                        .setTitle(practice.title())
                        .setDegreePermille(degree.permille())
                        .setState(
                                io.syncopate.proto.assessment.v1.DesignQuality.State.valueOf(
                                        degree.state().name()))
                        .setMustHave(rated.mustHaves().contains(practice))
                        .setCarriesRetention(practice.carriesRetention())
                        .setEvidence(degree.evidence())
                        .setRemedy(degree.state() == Degree.State.PRESENT ? "" : practice.remedy())
                        .setQualityWithoutPermille(without.quality())
                        .setSource(Protos.source(practice.source()))
                        .setPath("brief." + practice.path());
        without.completion().ifPresent(it -> message.setCompletionWithoutPermille(it.likely()));
        return message.build();
    }

    private static io.syncopate.proto.assessment.v1.DesignQuality.CompletionForecast forecast(
            CompletionForecast forecast) {
        return io.syncopate.proto.assessment.v1.DesignQuality.CompletionForecast.newBuilder()
                .setLowPermille(forecast.low())
                .setLikelyPermille(forecast.likely())
                .setHighPermille(forecast.high())
                .setPopulation(population(forecast.population()))
                .build();
    }

    private static io.syncopate.proto.assessment.v1.DesignQuality.Population population(
            Population population) {
        return io.syncopate.proto.assessment.v1.DesignQuality.Population.newBuilder()
                .setTitle(population.title())
                .setEnrolment(Design.Enrolment.valueOf(population.enrolment()))
                .setSource(population.source())
                .setTrust(Trust.valueOf(population.trust().name()))
                .build();
    }
}
