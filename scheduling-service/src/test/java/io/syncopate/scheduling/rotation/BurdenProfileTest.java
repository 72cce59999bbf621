package io.syncopate.scheduling.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncopate.kernel.InvalidException;
import io.syncopate.scheduling.rotation.BurdenCurve.Knot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;

class BurdenProfileTest {

    private static final int WEDNESDAY = 2 * Window.DAY;

    private final WeekBurden standard =
            new WeekBurden(WorkingHours.standard(), BurdenProfile.standard());

    @ParameterizedTest
    @CsvSource({
        "0, 10", "5, 10", "6, 5", "7, 2", "8, 1", "9, 0", "12, 0", "16, 0", "17, 1", "18, 2",
        "19, 2", "20, 3", "21, 5", "22, 6", "23, 10"
    })
    void chargesTheTableOfHoursForADayFromNineToFive(int hour, int pointsPerHalfHour) {
        for (int minute = 0; minute < 60; minute += 15) {
            assertThat(standard.points(WEDNESDAY + hour * 60 + minute))
                    .as("%d:%02d", hour, minute)
                    .isEqualTo(pointsPerHalfHour * 500L);
        }
    }

    @Test
    void putsTheNightAndRestDaysOffLimits() {
        for (int hour = 0; hour < 24; hour++) {
            assertThat(standard.isOffLimits(WEDNESDAY + hour * 60))
                    .as("Wednesday %d:00", hour)
                    .isEqualTo(hour < 6 || hour == 23);
            assertThat(standard.isOffLimits(5 * Window.DAY + hour * 60))
                    .as("Saturday %d:00", hour)
                    .isTrue();
        }
    }

    @Test
    void movesWithTheOwnWindow() {
        var early =
                new WeekBurden(
                        WorkingHours.on(
                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                new Window(6 * 60, 14 * 60)),
                        BurdenProfile.standard());

        assertThat(early.points(WEDNESDAY + 6 * 60)).isZero();
        assertThat(early.points(WEDNESDAY + 14 * 60)).isEqualTo(500);
        assertThat(early.points(WEDNESDAY + 16 * 60)).isEqualTo(1000);
    }

    @Test
    void neverPutsOwnWorkingHoursOffLimits() {
        var night =
                new WeekBurden(
                        WorkingHours.on(
                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                new Window(22 * 60, 30 * 60)),
                        BurdenProfile.standard());

        assertThat(night.points(WEDNESDAY + 2 * 60)).isZero();
        assertThat(night.isOffLimits(WEDNESDAY + 2 * 60)).isFalse();
        assertThat(night.isInside(5 * Window.DAY + 5 * 60))
                .as("Friday's shift on Saturday")
                .isTrue();
        assertThat(night.isOffLimits(5 * Window.DAY + 7 * 60)).isTrue();
    }

    @Test
    void expressesCostModelOneOfTheReferenceInstances() {
        var week = new WeekBurden(WorkingHours.daily(540, 1020), ReferenceInstance.costModelV1());

        for (int m = 0; m < Window.DAY; m += 15) {
            assertThat(week.points(WEDNESDAY + m))
                    .as("minute %d", m)
                    .isEqualTo(1000L * modelOne(m, 540, 1020));
        }
    }

    /** The definition that came with the instances. */
    private static int modelOne(int m, int start, int end) {
        if (m >= start && m < end) {
            return 0;
        }
        int before = Math.floorMod(start - m, Window.DAY);
        int after = Math.floorMod(m - (end - 15), Window.DAY);
        int d = Math.min(before, after);
        if (d <= 120) {
            return Math.ceilDiv(d, 15);
        }
        return d <= 300 ? 8 + 2 * Math.ceilDiv(d - 120, 15) : 32 + 4 * Math.ceilDiv(d - 300, 15);
    }

    @Test
    void drawsStraightLinesBetweenKnots() {
        var curve = BurdenCurve.through(new int[][] {{15, 1}, {75, 5}});

        assertThat(List.of(curve.at(0), curve.at(15), curve.at(20), curve.at(45), curve.at(999)))
                .containsExactly(0L, 1000L, 1334L, 3000L, 5000L);
    }

    @Test
    void jumpsWhereTwoKnotsShareADistance() {
        var curve = BurdenCurve.through(new int[][] {{0, 1}, {60, 1}, {60, 4}});

        assertThat(List.of(curve.at(1), curve.at(59), curve.at(60), curve.at(61)))
                .containsExactly(1000L, 1000L, 4000L, 4000L);
    }

    @Test
    void refusesWhatIsNoCurveOrWindow() {
        assertThatThrownBy(() -> BurdenCurve.through(new int[][] {{60, 1}, {30, 2}}))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("30: expected 60 or more");
        assertThatThrownBy(() -> new BurdenCurve(List.of(new Knot(15, new Points(-1)))))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> new Window(540, 540))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("540: expected 541 to 1980");
        assertThatThrownBy(() -> new Window(1440, 1500)).isInstanceOf(InvalidException.class);
    }
}
