package io.syncopate.scheduling.cohort.mongo;

import io.syncopate.kernel.Uid;
import io.syncopate.scheduling.cohort.Participant;
import io.syncopate.scheduling.rotation.Window;
import io.syncopate.scheduling.rotation.WorkingHours;
import io.syncopate.starter.mongo.DocumentMapper;

import org.bson.Document;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;

final class ParticipantDocuments implements DocumentMapper<Participant> {

    @Override
    public String kind() {
        return "participant";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Document write(Participant participant) {
        return new Document("cohort", participant.cohort())
                .append("person", participant.person().value())
                .append("zone", participant.zone().getId())
                .append("hours", hours(participant.hours()));
    }

    @Override
    public Participant read(Document fields) {
        return new Participant(
                fields.getString("cohort"),
                new Uid(fields.getString("person")),
                ZoneId.of(fields.getString("zone")),
                hours(fields.getList("hours", Document.class)));
    }

    private static List<Document> hours(WorkingHours hours) {
        return hours.windows().entrySet().stream()
                .map(
                        day ->
                                new Document("day", day.getKey().name())
                                        .append("start", day.getValue().start())
                                        .append("end", day.getValue().end()))
                .toList();
    }

    private static WorkingHours hours(List<Document> windows) {
        var days = new EnumMap<DayOfWeek, Window>(DayOfWeek.class);
        for (Document window : windows) {
            days.put(
                    DayOfWeek.valueOf(window.getString("day")),
                    new Window(window.getInteger("start"), window.getInteger("end")));
        }
        return new WorkingHours(days);
    }
}
