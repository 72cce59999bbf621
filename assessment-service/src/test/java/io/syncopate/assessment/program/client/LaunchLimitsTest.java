package io.syncopate.assessment.program.client;

import static io.syncopate.assessment.brief.BriefFixture.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.ValidationException;

import com.google.protobuf.Message;

import io.syncopate.assessment.brief.Activity;
import io.syncopate.assessment.brief.Activity.Mode;
import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.BriefFixture;
import io.syncopate.assessment.program.LaunchFixture;
import io.syncopate.kernel.RefusedException;
import io.syncopate.proto.asset.v1.CreateCampaignRequest;
import io.syncopate.proto.scheduling.v1.CreateSeriesRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** A launch is refused exactly when the contracts of series and campaigns would refuse it. */
class LaunchLimitsTest {

    private static final List<String> TEXTS =
            List.of(
                    "Live workshop",
                    "Recorded lecture",
                    " \t",
                    "😀".repeat(1000),
                    "Live " + "x".repeat(1001));

    private final Validator contracts = ValidatorFactory.newBuilder().build();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void letsThroughWhatTheContractsLetThrough(long seed) {
        var random = new Random(seed);
        int launched = 0;
        int refused = 0;
        for (int i = 0; i < 40; i++) {
            var launch = new LaunchFixture(any(random, i % 2 == 0));
            try {
                launch.launch();
            } catch (RefusedException e) {
                assertThat(e.reason()).isEqualTo("JOURNEY_NOT_LAUNCHABLE");
                refused++;
                continue;
            }
            launch.sweep();
            launch.others.series().forEach(series -> assertAccepted(request(series)));
            launch.others.campaigns().forEach(campaign -> assertAccepted(request(campaign)));
            launched++;
        }
        assertThat(launched).isPositive();
        assertThat(refused).isPositive();
    }

    @Test
    void namesTheFieldTheValueAndWhatWasExpected() {
        var launch =
                new LaunchFixture(
                        brief().activity(activity("lab", "Live lab", Mode.LIVE, 100))
                                .activity(activity("more", "Live lab", Mode.LIVE, 5))
                                .activity(activity("blank", " ", Mode.SELF_PACED, 1))
                                .build());

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(launch::launch)
                .satisfies(
                        refusal ->
                                assertThat(refusal.violations())
                                        .extracting(
                                                each -> each.field() + ": " + each.description())
                                        .containsExactly(
                                                "brief.activities: has 105: expected at most 104"
                                                        + " live sessions, runs counted",
                                                "brief.activities[blank].text: ' ': expected some"
                                                        + " words"));
    }

    private static Message request(io.syncopate.assessment.program.LiveSchedule.LiveSeries series) {
        return CreateSeriesRequest.newBuilder().setSeries(GrpcLiveSchedule.write(series)).build();
    }

    private static Message request(
            io.syncopate.assessment.program.Production.SelfPacedWork campaign) {
        return CreateCampaignRequest.newBuilder()
                .setCampaign(GrpcProduction.write(campaign))
                .build();
    }

    private void assertAccepted(Message request) {
        try {
            assertThat(contracts.validate(request).getViolations()).isEmpty();
        } catch (ValidationException e) {
            throw new AssertionError(e);
        }
    }

    private static Brief any(Random random, boolean plain) {
        BriefFixture brief = brief();
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        for (int i = random.nextInt(20); i > 0; i--) {
            String zone = zones.get(random.nextInt(zones.size()));
            brief.zone(zone, 1 + random.nextInt(plain ? 100 : 20_000_000));
        }
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            String key = random.nextBoolean() ? "a-" + i : "a" + "-b".repeat(29) + "-" + i;
            brief.activity(
                    activity(
                            key,
                            TEXTS.get(random.nextInt(plain ? 2 : TEXTS.size())),
                            random.nextBoolean() ? Mode.LIVE : Mode.SELF_PACED,
                            1 + random.nextInt(plain ? 8 : 104)));
        }
        return brief.build();
    }

    private static Activity activity(String key, String text, Mode mode, int repeat) {
        return new Activity(
                key,
                text,
                Optional.of(mode),
                Optional.empty(),
                "",
                OptionalInt.of(60),
                Optional.empty(),
                repeat);
    }
}
