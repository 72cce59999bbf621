package io.syncopate.assessment.modelcatalogue.grpc;

import com.google.protobuf.Timestamp;

import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.ModelDifference;
import io.syncopate.assessment.model.ModelName;
import io.syncopate.assessment.model.SeenModel;
import io.syncopate.assessment.model.SeenVersion;
import io.syncopate.assessment.shared.grpc.ModelMessages;
import io.syncopate.assessment.shared.grpc.Protos;
import io.syncopate.proto.assessment.v1.DecisionModelVersion;
import io.syncopate.proto.assessment.v1.DiffDecisionModelsResponse;
import io.syncopate.starter.call.Owners;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalInt;

/** Models as the contract shows them. */
final class DecisionModelMapper {

    private DecisionModelMapper() {}

    static io.syncopate.proto.assessment.v1.DecisionModel write(SeenModel seen) {
        var message =
                ModelMessages.write(seen.model())
                        .setName("decisionModels/" + seen.model().id())
                        .setIsDefault(seen.isDefault());
        seen.stored()
                .ifPresentOrElse(
                        stored -> {
                            message.setEtag(stored.etag())
                                    .setCreateTime(Protos.timestamp(stored.createTime()))
                                    .setUpdateTime(Protos.timestamp(stored.updateTime()))
                                    .setOwner(Owners.name(stored.ownership()))
                                    .addAllTeams(Owners.teams(stored.ownership()))
                                    .setGuide(stored.value().current().text().guide().toString());
                            stored.value()
                                    .deletedAt()
                                    .ifPresent(at -> message.setDeleteTime(Protos.timestamp(at)));
                        },
                        () ->
                                message.setEtag("v" + seen.model().version())
                                        .setCreateTime(released(seen.model()))
                                        .setUpdateTime(released(seen.model()))
                                        .setGuide(ModelName.of(seen.model()).toString()));
        return message.build();
    }

    /** Without what the version says. */
    static DecisionModelVersion version(SeenVersion seen) {
        var message =
                DecisionModelVersion.newBuilder()
                        .setName(own(seen).toString())
                        .setVersion(seen.version())
                        .setHash(seen.hash());
        seen.saved()
                .ifPresent(
                        saved ->
                                message.setCreateTime(Protos.timestamp(saved.savedAt()))
                                        .setSavedBy("people/" + saved.savedBy()));
        return message.build();
    }

    static DecisionModelVersion version(SeenVersion seen, DecisionModel model) {
        var message = version(seen).toBuilder();
        if (seen.saved().isEmpty()) {
            message.setCreateTime(released(model));
        }
        String guide =
                seen.saved()
                        .map(saved -> saved.text().guide().toString())
                        .orElseGet(() -> own(seen).toString());
        return message.setDecisionModel(
                        ModelMessages.write(model)
                                .setName("decisionModels/" + model.id())
                                .setGuide(guide))
                .build();
    }

    static DiffDecisionModelsResponse.Difference difference(ModelDifference difference) {
        var message =
                DiffDecisionModelsResponse.Difference.newBuilder()
                        .setPart(DiffDecisionModelsResponse.Part.valueOf(difference.part().name()))
                        .setId(difference.id())
                        .setChange(
                                DiffDecisionModelsResponse.Change.valueOf(
                                        difference.change().name()))
                        .setText(difference.text());
        difference
                .fields()
                .forEach(
                        field ->
                                message.addFields(
                                        DiffDecisionModelsResponse.FieldChange.newBuilder()
                                                .setField(field.name())
                                                .setBefore(field.before())
                                                .setAfter(field.after())));
        return message.build();
    }

    private static ModelName own(SeenVersion seen) {
        return new ModelName(seen.model(), OptionalInt.of(seen.version()));
    }

    /** A shipped model is as old as its guidance. */
    private static Timestamp released(DecisionModel model) {
        return Timestamp.newBuilder()
                .setSeconds(
                        LocalDate.parse(model.guidance().asOf() + "-01")
                                .atStartOfDay(ZoneOffset.UTC)
                                .toEpochSecond())
                .build();
    }
}
