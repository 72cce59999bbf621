package io.syncopate.assessment.program;

import static io.syncopate.assessment.brief.BriefFixture.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.assessment.brief.Activity;
import io.syncopate.assessment.brief.Activity.Attendance;
import io.syncopate.assessment.brief.Activity.Mode;
import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.BriefFixture;
import io.syncopate.assessment.journey.Break;
import io.syncopate.assessment.program.LiveSchedule.Content;
import io.syncopate.assessment.program.LiveSchedule.LiveSeries;
import io.syncopate.assessment.scoring.AgendaItem;
import io.syncopate.assessment.scoring.JourneyItem;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** What sessions and assets carry of the journey that they are made from. */
class LaunchContentTest {

    private static final Brief COURSE =
            brief().zone("Europe/Berlin", 30)
                    .activity(activity("workshop", "Live workshop", Mode.LIVE, 120, "video"))
                    .activity(activity("video", "Recorded lecture", Mode.SELF_PACED, 40))
                    .build();

    @Test
    void aSessionCarriesItsAgendaItsBreaksAndWhatItBuildsOn() {
        var launch = new LaunchFixture(COURSE);
        launch.launch();
        launch.sweep();

        assertThat(launch.others.series().getFirst().items().getFirst().content())
                .isEqualTo(
                        new Content(
                                List.of(
                                        "Common mistakes, and the examples that people found hard,"
                                                + " in: Recorded lecture",
                                        "In 2 groups of at most 15."),
                                List.of(new Break(55, 10)),
                                List.of("Recorded lecture")));
        assertThat(launch.others.campaigns().getFirst().items().getFirst().notes())
                .endsWith("To be made in 3 modules, of 14, 13, 13 minutes.");
    }

    @Test
    void moreThanASeriesTakesIsCountedAndLongTextsAreCut() {
        BriefFixture brief = brief();
        for (int i = 1; i <= 15; i++) {
            brief.activity(
                    activity(
                            "video-" + i,
                            "Recorded lecture " + i + "😀".repeat(400),
                            Mode.SELF_PACED,
                            15));
        }
        var launch =
                new LaunchFixture(
                        brief.activity(activity("lab", "Live lab", Mode.LIVE, 60)).build());
        launch.launch();
        launch.sweep();

        Content content = launch.others.series().getFirst().items().getFirst().content();
        assertThat(content.buildsOn()).hasSize(10).endsWith("And 6 more.");
        assertThat(
                        content.buildsOn()
                                .getFirst()
                                .codePointCount(0, content.buildsOn().getFirst().length()))
                .isEqualTo(200);
        assertThat(content.agenda()).hasSize(10).endsWith("And 6 more.");
    }

    @Test
    void aRepeatSaysTheSameWhateverItsOwnerChangedMeanwhile() {
        var launch = new LaunchFixture(COURSE);
        launch.describe(known -> spare(known, "Course", 2));
        launch.launch();
        launch.others.around(
                call -> {
                    String made = call.get();
                    throw new StepFailedException(
                            made + " is not heard of", new IllegalStateException());
                });
        launch.sweep();
        launch.describe(known -> spare(known, "Renamed", 5));
        launch.others.around(Supplier::get);
        launch.sweepLater();

        assertThat(launch.stage()).isInstanceOf(Stage.Running.class);
        LiveSeries series = launch.others.series().getFirst();
        assertThat(series.bufferWeeks()).isEqualTo(2);
        assertThat(series.displayName()).isEqualTo("Course");
    }

    @Test
    void whatWasAcceptedBeforeSessionsCarriedAnythingIsLaunchedAsThen() {
        var before =
                new JourneyItem(
                        "lab",
                        "Live lab",
                        true,
                        Optional.of(Attendance.MANDATORY),
                        120,
                        1,
                        true,
                        List.of("video"),
                        List.of(new AgendaItem("video", "Hard examples")),
                        "People practise.",
                        List.of(),
                        Optional.empty());

        assertThat(SessionContent.of(before, List.of(before))).isEqualTo(Content.NONE);
    }

    private static Description spare(Description known, String name, int weeks) {
        return new Description(
                name,
                known.brief(),
                known.metrics(),
                known.information(),
                new Flexibility(weeks, false));
    }

    private static Activity activity(
            String key, String text, Mode mode, int minutes, String... buildsOn) {
        return new Activity(
                key,
                text,
                Optional.of(mode),
                Optional.empty(),
                "",
                OptionalInt.of(minutes),
                Optional.of(Attendance.MANDATORY),
                1,
                List.of(buildsOn));
    }
}
