package io.syncopate.scheduling.shared.grpc;

import io.syncopate.proto.scheduling.v1.Weekday;
import io.syncopate.scheduling.rotation.Window;
import io.syncopate.scheduling.rotation.WorkingHours;

import java.time.DayOfWeek;
import java.util.EnumMap;

/** Working hours as the contract shows them. */
public final class WorkingHoursMessages {

    private WorkingHoursMessages() {}

    /** Without windows, the standard day. */
    public static WorkingHours read(io.syncopate.proto.scheduling.v1.WorkingHours message) {
        if (message.getWindowsCount() == 0) {
            return WorkingHours.standard();
        }
        var windows = new EnumMap<DayOfWeek, Window>(DayOfWeek.class);
        message.getWindowsList()
                .forEach(
                        window ->
                                windows.put(
                                        DayOfWeek.of(window.getDay().getNumber()),
                                        new Window(
                                                window.getStartMinute(), window.getEndMinute())));
        return new WorkingHours(windows);
    }

    public static io.syncopate.proto.scheduling.v1.WorkingHours write(WorkingHours hours) {
        var message = io.syncopate.proto.scheduling.v1.WorkingHours.newBuilder();
        hours.windows()
                .forEach(
                        (day, window) ->
                                message.addWindowsBuilder()
                                        .setDay(Weekday.Value.forNumber(day.getValue()))
                                        .setStartMinute(window.start())
                                        .setEndMinute(window.end()));
        return message.build();
    }
}
