package io.syncopate.gateway.people.grpc;

import build.buf.protovalidate.Validator;

import com.google.protobuf.Empty;

import io.grpc.stub.StreamObserver;
import io.syncopate.gateway.people.ErasePerson;
import io.syncopate.gateway.people.ImportPeople;
import io.syncopate.gateway.people.ImportedRow;
import io.syncopate.gateway.people.People;
import io.syncopate.gateway.people.PersonEvent;
import io.syncopate.gateway.people.Roles;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;
import io.syncopate.proto.gateway.v1.CreatePersonRequest;
import io.syncopate.proto.gateway.v1.DeletePersonRequest;
import io.syncopate.proto.gateway.v1.GetPersonRequest;
import io.syncopate.proto.gateway.v1.ImportPeopleRequest;
import io.syncopate.proto.gateway.v1.ImportPeopleResponse;
import io.syncopate.proto.gateway.v1.ListPeopleRequest;
import io.syncopate.proto.gateway.v1.ListPeopleResponse;
import io.syncopate.proto.gateway.v1.Person;
import io.syncopate.proto.gateway.v1.PersonServiceGrpc;
import io.syncopate.proto.gateway.v1.UpdatePersonRequest;
import io.syncopate.starter.call.CallContext;
import io.syncopate.starter.call.RequestRules;

import org.springframework.stereotype.Component;

import java.util.List;

/** {@code syncopate.gateway.v1.PersonService}. */
@Component
class PersonGrpcService extends PersonServiceGrpc.PersonServiceImplBase {

    private final People people;
    private final Roles roles;
    private final ErasePerson erasePerson;
    private final ImportPeople importPeople;
    private final RequestRules rules;

    PersonGrpcService(
            People people,
            Roles roles,
            ErasePerson erasePerson,
            ImportPeople importPeople,
            Validator validator) {
        this.people = people;
        this.roles = roles;
        this.erasePerson = erasePerson;
        this.importPeople = importPeople;
        this.rules = new RequestRules(validator);
    }

    @Override
    public void createPerson(CreatePersonRequest request, StreamObserver<Person> answer) {
        Command by = CallContext.command();
        var person = PersonMapper.read(request.getPerson());
        roles.requireGivable(person, by.by());
        send(
                answer,
                PersonMapper.write(
                        people.add(
                                by,
                                request.getPersonId(),
                                person,
                                new PersonEvent.PersonEntered())));
    }

    @Override
    public void getPerson(GetPersonRequest request, StreamObserver<Person> answer) {
        send(answer, PersonMapper.write(stored(request.getName())));
    }

    @Override
    public void listPeople(ListPeopleRequest request, StreamObserver<ListPeopleResponse> answer) {
        var page =
                people.list(
                                CallContext.caller().tenant(),
                                new PageRequest(request.getPageSize(), request.getPageToken()))
                        .map(PersonMapper::write);
        send(
                answer,
                ListPeopleResponse.newBuilder()
                        .addAllPeople(page.items())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void updatePerson(UpdatePersonRequest request, StreamObserver<Person> answer) {
        Command by = CallContext.command();
        String id = PersonMapper.id(request.getPerson().getName());
        var repeated = people.answered(by, id);
        if (repeated.isPresent()) {
            send(answer, PersonMapper.write(repeated.get()));
            return;
        }
        var before = people.get(by.tenant(), id);
        Etags.check(request.getPerson().getEtag(), before);
        var mask = request.getUpdateMask().getPathsList();
        if (mask.contains("display_name") && request.getPerson().getDisplayName().isEmpty()) {
            throw InvalidException.missing("person.display_name", "a name");
        }
        var after = PersonMapper.merge(before.value(), request.getPerson(), mask);
        roles.requireGivable(after, by.by());
        roles.requireHeld(before.value(), by.by());
        send(
                answer,
                PersonMapper.write(
                        people.change(
                                by, before, after, PersonEvent.changed(before.value(), after))));
    }

    @Override
    public void importPeople(
            ImportPeopleRequest request, StreamObserver<ImportPeopleResponse> answer) {
        Command by = CallContext.command();
        PeopleFile file = PeopleFile.read(request.getContent(), rules);
        List<ImportedRow> imported = importPeople.of(by, file.rows());
        ImportAnswer.noteReplay(by, imported);
        send(answer, ImportAnswer.of(file.columns(), imported));
    }

    @Override
    public void deletePerson(DeletePersonRequest request, StreamObserver<Empty> answer) {
        erasePerson.erase(
                CallContext.command(),
                new Uid(PersonMapper.id(request.getName())),
                request.getEtag());
        send(answer, Empty.getDefaultInstance());
    }

    private Versioned<io.syncopate.gateway.people.Person> stored(String name) {
        return people.get(CallContext.caller().tenant(), PersonMapper.id(name));
    }

    private static <T> void send(StreamObserver<T> answer, T message) {
        answer.onNext(message);
        answer.onCompleted();
    }
}
