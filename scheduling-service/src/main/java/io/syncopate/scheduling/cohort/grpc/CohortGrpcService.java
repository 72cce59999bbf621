package io.syncopate.scheduling.cohort.grpc;

import com.google.protobuf.Empty;

import io.grpc.stub.StreamObserver;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.Ids;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.proto.scheduling.v1.Cohort;
import io.syncopate.proto.scheduling.v1.CohortServiceGrpc;
import io.syncopate.proto.scheduling.v1.CreateCohortRequest;
import io.syncopate.proto.scheduling.v1.CreateParticipantRequest;
import io.syncopate.proto.scheduling.v1.DeleteCohortRequest;
import io.syncopate.proto.scheduling.v1.DeleteParticipantRequest;
import io.syncopate.proto.scheduling.v1.GetCohortRequest;
import io.syncopate.proto.scheduling.v1.GetParticipantRequest;
import io.syncopate.proto.scheduling.v1.ListCohortsRequest;
import io.syncopate.proto.scheduling.v1.ListCohortsResponse;
import io.syncopate.proto.scheduling.v1.ListParticipantsRequest;
import io.syncopate.proto.scheduling.v1.ListParticipantsResponse;
import io.syncopate.proto.scheduling.v1.Participant;
import io.syncopate.proto.scheduling.v1.UpdateCohortRequest;
import io.syncopate.scheduling.cohort.CohortEvent.CohortCreated;
import io.syncopate.scheduling.cohort.CohortEvent.CohortUpdated;
import io.syncopate.scheduling.cohort.Cohorts;
import io.syncopate.scheduling.cohort.DeleteCohort;
import io.syncopate.scheduling.cohort.EnrolParticipant;
import io.syncopate.scheduling.cohort.ParticipantEvent.ParticipantLeft;
import io.syncopate.scheduling.cohort.Participants;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Optional;

@Service
class CohortGrpcService extends CohortServiceGrpc.CohortServiceImplBase {

    private final Cohorts cohorts;
    private final Participants participants;
    private final EnrolParticipant enrolParticipant;
    private final DeleteCohort deleteCohort;

    CohortGrpcService(
            Cohorts cohorts,
            Participants participants,
            EnrolParticipant enrolParticipant,
            DeleteCohort deleteCohort) {
        this.cohorts = cohorts;
        this.participants = participants;
        this.enrolParticipant = enrolParticipant;
        this.deleteCohort = deleteCohort;
    }

    @Override
    public void createCohort(CreateCohortRequest request, StreamObserver<Cohort> answer) {
        Command by = CallContext.command();
        Ownership ownership =
                by.reach().sharing(by.by(), request.getCohort().getTeamsList(), "cohort.teams");
        var cohort =
                new io.syncopate.scheduling.cohort.Cohort(
                        request.getCohort().getDisplayName(), request.getCohort().getDescription());
        send(
                CohortMessages.cohort(
                        cohorts.add(
                                by, ownership, Ids.forCommand(by), cohort, new CohortCreated())),
                answer);
    }

    @Override
    public void getCohort(GetCohortRequest request, StreamObserver<Cohort> answer) {
        send(
                CohortMessages.cohort(cohorts.get(CallContext.reach(), last(request.getName()))),
                answer);
    }

    @Override
    public void listCohorts(
            ListCohortsRequest request, StreamObserver<ListCohortsResponse> answer) {
        Page<Versioned<io.syncopate.scheduling.cohort.Cohort>> page =
                cohorts.list(
                        CallContext.reach(),
                        new PageRequest(request.getPageSize(), request.getPageToken()));
        send(
                ListCohortsResponse.newBuilder()
                        .addAllCohorts(page.items().stream().map(CohortMessages::cohort).toList())
                        .setNextPageToken(page.nextToken())
                        .build(),
                answer);
    }

    @Override
    public void updateCohort(UpdateCohortRequest request, StreamObserver<Cohort> answer) {
        Command by = CallContext.command();
        Cohort sent = request.getCohort();
        String id = last(sent.getName());
        Optional<Versioned<io.syncopate.scheduling.cohort.Cohort>> answered =
                cohorts.answered(by, id);
        if (answered.isPresent()) {
            send(CohortMessages.cohort(answered.get()), answer);
            return;
        }
        Versioned<io.syncopate.scheduling.cohort.Cohort> before = cohorts.get(by.reach(), id);
        Etags.check(sent.getEtag(), before);
        var after = before.value();
        if (names(request, "display_name", sent.getDisplayName())) {
            if (sent.getDisplayName().isEmpty()) {
                throw InvalidException.missing("cohort.display_name", "1 to 200 characters");
            }
            after = after.renamed(sent.getDisplayName());
        }
        if (names(request, "description", sent.getDescription())) {
            after = after.described(sent.getDescription());
        }
        send(CohortMessages.cohort(cohorts.change(by, before, after, new CohortUpdated())), answer);
    }

    /** Without a mask, what is set is what is meant. */
    private static boolean names(UpdateCohortRequest request, String path, String value) {
        List<String> mask = request.getUpdateMask().getPathsList();
        return mask.isEmpty() ? !value.isEmpty() : mask.contains(path);
    }

    @Override
    public void deleteCohort(DeleteCohortRequest request, StreamObserver<Empty> answer) {
        deleteCohort.delete(CallContext.command(), last(request.getName()), request.getEtag());
        send(Empty.getDefaultInstance(), answer);
    }

    @Override
    public void createParticipant(
            CreateParticipantRequest request, StreamObserver<Participant> answer) {
        send(
                CohortMessages.participant(
                        enrolParticipant.enrol(
                                CallContext.command(),
                                CohortMessages.participant(
                                        last(request.getParent()), request.getParticipant()))),
                answer);
    }

    @Override
    public void getParticipant(GetParticipantRequest request, StreamObserver<Participant> answer) {
        send(CohortMessages.participant(reached(request.getName())), answer);
    }

    @Override
    public void listParticipants(
            ListParticipantsRequest request, StreamObserver<ListParticipantsResponse> answer) {
        String cohort = last(request.getParent());
        cohorts.get(CallContext.reach(), cohort);
        Page<Versioned<io.syncopate.scheduling.cohort.Participant>> page =
                participants.of(
                        tenant(),
                        cohort,
                        new PageRequest(request.getPageSize(), request.getPageToken()));
        send(
                ListParticipantsResponse.newBuilder()
                        .addAllParticipants(
                                page.items().stream().map(CohortMessages::participant).toList())
                        .setNextPageToken(page.nextToken())
                        .build(),
                answer);
    }

    @Override
    public void deleteParticipant(DeleteParticipantRequest request, StreamObserver<Empty> answer) {
        Versioned<io.syncopate.scheduling.cohort.Participant> participant =
                reached(request.getName());
        Etags.check(request.getEtag(), participant);
        participants.remove(CallContext.command(), participant, new ParticipantLeft());
        send(Empty.getDefaultInstance(), answer);
    }

    /** Whose cohort it is, theirs is the participant. */
    private Versioned<io.syncopate.scheduling.cohort.Participant> reached(String name) {
        cohorts.get(CallContext.reach(), name.split("/", -1)[1]);
        return participants.get(tenant(), key(name));
    }

    private static TenantId tenant() {
        return CallContext.caller().tenant();
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Of {@code cohorts/{cohort}/participants/{participant}}. */
    private static String key(String name) {
        String[] parts = name.split("/", -1);
        return io.syncopate.scheduling.cohort.Participant.key(parts[1], parts[3]);
    }

    private static <T> void send(T message, StreamObserver<T> answer) {
        answer.onNext(message);
        answer.onCompleted();
    }
}
