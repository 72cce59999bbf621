package io.syncopate.scheduling;

import io.syncopate.proto.scheduling.v1.Attendance;
import io.syncopate.proto.scheduling.v1.CreateSeriesRequest;
import io.syncopate.proto.scheduling.v1.PreviewSeriesRequest;
import io.syncopate.proto.scheduling.v1.Series;

/** Requests as a caller writes them. */
public final class SeriesContractFixture {

    private SeriesContractFixture() {}

    /** An hour a week from this date on, mandatory, anchored in New York. */
    static Series.Builder weekly(String firstDate, int sessions, String... zones) {
        Series.Builder series =
                Series.newBuilder()
                        .setDisplayName("Weekly lab")
                        .setFirstDate(firstDate)
                        .setAnchorZone("America/New_York");
        for (String zone : zones) {
            series.addGroupsBuilder()
                    .setKey(zone.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-"))
                    .setZone(zone)
                    .setHeadCount(10);
        }
        for (int i = 1; i <= sessions; i++) {
            series.addItemsBuilder()
                    .setKey("week-" + i)
                    .setTitle("Week " + i)
                    .setMinutes(60)
                    .setAttendance(Attendance.Value.MANDATORY);
        }
        return series;
    }

    static PreviewSeriesRequest preview(Series.Builder series) {
        return PreviewSeriesRequest.newBuilder().setSeries(series).build();
    }

    static CreateSeriesRequest create(Series.Builder series, String requestId) {
        return CreateSeriesRequest.newBuilder().setSeries(series).setRequestId(requestId).build();
    }
}
