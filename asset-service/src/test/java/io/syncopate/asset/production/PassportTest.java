package io.syncopate.asset.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.syncopate.kernel.RefusedException.Violation;
import io.syncopate.kernel.Uid;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class PassportTest {

    private static final AssetId ASSET = new AssetId("campaign", "a");
    private static final Uid WES = new Uid("wes");
    private static final Instant START = Instant.parse("2026-05-04T09:00:00Z");

    @Test
    void keepsTheLastStepsAndCountsThoseBefore() {
        Passport passport = issued();
        for (int i = 1; i < Passport.STEPS_KEPT + 30; i++) {
            passport = passport.with(step(i));
        }
        assertThat(passport.earlierSteps()).isEqualTo(30);
        assertThat(passport.history()).hasSize(Passport.STEPS_KEPT);
        assertThat(passport.history().getFirst()).isEqualTo(step(30));
        assertThat(passport.history().getLast()).isEqualTo(step(Passport.STEPS_KEPT + 29));
    }

    @Test
    void refusesANoteAndAFileForWhichThereIsNoRoomByTheirNames() {
        Passport passport = issued();
        for (int i = 0; i < Passport.MOST; i++) {
            passport = passport.with(ASSET, note()).with(ASSET, file(i + 1));
        }
        Passport full = passport;
        assertThat(full.version()).isEqualTo(Passport.MOST);
        var note =
                catchThrowableOfType(
                        ProductionException.PassportFull.class, () -> full.with(ASSET, note()));
        assertThat(note.violations()).extracting(Violation::field).containsExactly("context_notes");
        assertThat(note).hasMessageContaining("'campaigns/campaign/assets/a' has 500 notes");
        var file =
                catchThrowableOfType(
                        ProductionException.PassportFull.class, () -> full.with(ASSET, file(501)));
        assertThat(file.violations()).extracting(Violation::field).containsExactly("file_version");
    }

    private static Passport issued() {
        return Passport.issued(WES, HistoryEntry.created("write", WES, START));
    }

    private static HistoryEntry step(int number) {
        return HistoryEntry.within(
                "write", HistoryEntry.Kind.CLAIMED, WES, START.plusSeconds(number), "");
    }

    private static ContextNote note() {
        return new ContextNote("for the reader", "write", WES, START);
    }

    private static FileVersion file(int number) {
        return new FileVersion(number, "a.txt", "file:a", "write", WES, START);
    }
}
