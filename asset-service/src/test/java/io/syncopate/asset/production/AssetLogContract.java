package io.syncopate.asset.production;

import static io.syncopate.testkit.kernel.Callers.ACME;
import static io.syncopate.testkit.kernel.Callers.OTHER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.syncopate.asset.production.AssetLog.Step;
import io.syncopate.asset.production.AssetLog.Steps;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.TenantId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What every log of production keeps. */
public abstract class AssetLogContract {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String CAMPAIGN = "spring";

    protected abstract AssetLog log();

    /** Something happens to the asset; without one, to the tenant's boards as a whole. */
    protected abstract void happens(TenantId tenant, Optional<AssetId> asset);

    @Test
    void behindTheEndThereIsNothing() throws InterruptedException {
        happens(ACME, asset("a"));
        String end = log().end();
        assertThat(log().after(end, 10, Duration.ZERO)).isEqualTo(new Steps(List.of(), end, true));
    }

    @Test
    void tellsWhatHappenedToWhichTenantsAssetsAndBoards() throws InterruptedException {
        String before = log().end();
        happens(ACME, asset("a"));
        happens(OTHER, Optional.empty());
        Steps told = log().after(before, 10, Duration.ZERO);
        assertThat(told.complete()).isTrue();
        assertThat(told.steps())
                .containsExactlyInAnyOrder(
                        new Step(ACME, asset("a")), new Step(OTHER, Optional.empty()));
        assertThat(told.place()).isEqualTo(log().end());
    }

    @Test
    void isReadInPartsWithoutGapsOrRepeats() throws InterruptedException {
        String place = log().end();
        var expected = new ArrayList<Step>();
        for (int i = 0; i < 23; i++) {
            happens(ACME, asset("a" + i));
            expected.add(new Step(ACME, asset("a" + i)));
        }
        var read = new ArrayList<Step>();
        boolean complete = false;
        while (!complete) {
            Steps part = log().after(place, 5, Duration.ZERO);
            assertThat(part.steps()).hasSizeLessThanOrEqualTo(5);
            read.addAll(part.steps());
            place = part.place();
            complete = part.complete();
        }
        assertThat(read).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void wakesWhoWaits() throws Exception {
        String end = log().end();
        CompletableFuture<List<Step>> waiting =
                CompletableFuture.supplyAsync(() -> firstSteps(end));
        happens(ACME, asset("a"));
        assertThat(waiting.get()).containsExactly(new Step(ACME, asset("a")));
    }

    /** What is not told may wake, too. */
    private List<Step> firstSteps(String place) {
        try {
            Steps read = log().after(place, 10, LONG);
            while (read.steps().isEmpty() && !read.place().equals(place)) {
                read = log().after(read.place(), 10, LONG);
            }
            return read.steps();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void saysThatAPlaceBeyondTheEndIsNotComplete() throws InterruptedException {
        Steps told = log().after(beyondTheEnd(), 10, Duration.ZERO);
        assertThat(told.steps()).isEmpty();
        assertThat(told.complete()).isFalse();
    }

    @Test
    void refusesAPlaceOfAnotherLog() {
        for (String place : List.of("", "x", "-1", "1-2-3-4-5-6", "9".repeat(40))) {
            assertThatExceptionOfType(InvalidException.class)
                    .as(place)
                    .isThrownBy(() -> log().after(place, 10, Duration.ZERO))
                    .withMessageContaining("resume_token");
        }
    }

    /** Well formed, of a log with more in it. */
    protected abstract String beyondTheEnd();

    private static Optional<AssetId> asset(String key) {
        return Optional.of(new AssetId(CAMPAIGN, key));
    }
}
