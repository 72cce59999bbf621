package io.syncopate.assessment.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.syncopate.assessment.model.ModelText.Points;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What a fit promises, whatever the lessons are. */
class FitPropertiesTest {

    private static final double SCALE = 200;
    private static final int UNCERTAINTY = 250;
    private static final double VARIANCE = Fit.variance(UNCERTAINTY);
    private static final List<String> CRITERIA = List.of("a", "b", "c", "d");

    /** Half a thousandth, which is what rounding to whole ones takes. */
    private static final double ROUNDED = 0.0005;

    @Property(tries = 20)
    void noCombinationOfWeightsIsBetter(@ForAll("lessons") List<Lesson> lessons) {
        List<Lesson> ofTwo = lessons.stream().map(each -> only(each, "a", "b")).toList();
        Map<String, Weight> weights = weights("a", "b");

        Fit fit = Fit.of(of(ofTwo), weights, VARIANCE);

        double best = Double.POSITIVE_INFINITY;
        for (int a = 750; a <= 1250; a += 25) {
            for (int b = 750; b <= 1250; b += 25) {
                best = Math.min(best, bestBase(ofTwo, deviations(a, b)));
            }
        }
        Map<String, Integer> found = fit.weights();
        double ofFound = bestBase(ofTwo, deviations(weight(found, "a"), weight(found, "b")));
        assertThat(ofFound).isLessThanOrEqualTo(best + 1e-4);
    }

    @Property(tries = 100)
    void nothingStaysThatNoLessonSpeaksOf(@ForAll("lessons") List<Lesson> lessons) {
        List<Lesson> silent = lessons.stream().map(each -> only(each, "a", "b")).toList();

        assertThat(Fit.of(of(silent), weights("a", "b", "c", "d"), VARIANCE).weights())
                .containsEntry("c", 1000)
                .containsEntry("d", 1000);
    }

    @Property(tries = 100)
    void whatIsAlikeInAllLessonsSaysNothing(
            @ForAll("lessons") List<Lesson> lessons,
            @ForAll @IntRange(min = -200, max = 200) int c) {
        List<Lesson> alike =
                lessons.stream()
                        .map(
                                each -> {
                                    var points = new TreeMap<>(only(each, "a").points());
                                    points.put("c", c);
                                    return new Lesson(
                                            each.program(), each.reached(), each.fixed(), points);
                                })
                        .toList();

        assertThat(Fit.of(of(alike), weights("a", "c"), VARIANCE).weights())
                .containsEntry("c", 1000);
    }

    @Property(tries = 100)
    void theFirmerTheTrustTheNearer(
            @ForAll("lessons") List<Lesson> lessons,
            @ForAll @IntRange(min = 1, max = 100) int loose) {
        double near = length(Fit.of(of(lessons), all(), VARIANCE));
        double far = length(Fit.of(of(lessons), all(), VARIANCE * (1 + loose / 10.0)));

        assertThat(near).isLessThanOrEqualTo(far + 2 * ROUNDED);
    }

    @Property(tries = 100)
    void theSameLessonsTwiceGoFurther(@ForAll("lessons") List<Lesson> lessons) {
        double once = length(Fit.of(of(lessons), all(), VARIANCE));
        double twice = length(Fit.of(of(again(lessons)), all(), VARIANCE));

        assertThat(once).isLessThanOrEqualTo(twice + 2 * ROUNDED);
    }

    @Property(tries = 100)
    void theSameLessonsTwiceGoFurtherTheSameWay(@ForAll("lessons") List<Lesson> lessons) {
        List<Lesson> ofOne = lessons.stream().map(each -> only(each, "a")).toList();

        int once = weight(Fit.of(of(ofOne), weights("a"), VARIANCE).weights(), "a") - 1000;
        int twice = weight(Fit.of(of(again(ofOne)), weights("a"), VARIANCE).weights(), "a") - 1000;

        assertThat(Math.abs(twice)).isGreaterThanOrEqualTo(Math.abs(once));
        assertThat(Integer.signum(once) * Integer.signum(twice)).isNotNegative();
    }

    @Property(tries = 100)
    void orderChangesNothing(@ForAll("lessons") List<Lesson> lessons, @ForAll long seed) {
        var shuffled = new ArrayList<>(lessons);
        Collections.shuffle(shuffled, new Random(seed));
        var criteria = new ArrayList<>(CRITERIA);
        Collections.shuffle(criteria, new Random(seed));

        Fit one = Fit.of(of(lessons), all(), VARIANCE);
        Fit other = Fit.of(of(shuffled), weights(criteria.toArray(String[]::new)), VARIANCE);

        assertThat(other.weights()).isEqualTo(one.weights());
        for (Lesson lesson : lessons) {
            // To the bit, not nearly.
            assertThat(other.odds(lesson)).isEqualTo(one.odds(lesson));
        }
    }

    @Property(tries = 100)
    void oneMoreOfAKindMovesItsOddsItsWay(
            @ForAll("lessons") List<Lesson> lessons, @ForAll("lesson") Lesson more) {
        double before = Fit.of(of(lessons), all(), VARIANCE).odds(more);
        double after = Fit.of(of(with(lessons, more)), all(), VARIANCE).odds(more);

        if (more.reached()) {
            assertThat(after).isGreaterThanOrEqualTo(before - 1e-7);
        } else {
            assertThat(after).isLessThanOrEqualTo(before + 1e-7);
        }
    }

    /**
     * Adding a programme changes the slope by no more than the distance of its leads from an average
     * of the others, since the base takes up the rest; and the prior answers with its curvature.
     */
    @Property(tries = 100)
    void oneProgrammeMovesLittle(
            @ForAll("lessons") List<Lesson> lessons, @ForAll("lesson") Lesson more) {
        Map<String, Integer> before = Fit.of(of(lessons), all(), VARIANCE).weights();
        Map<String, Integer> after = Fit.of(of(with(lessons, more)), all(), VARIANCE).weights();

        double moved = 0;
        for (String each : CRITERIA) {
            moved += Math.pow((weight(after, each) - weight(before, each)) / 1000.0, 2);
        }
        double furthest =
                lessons.stream().mapToDouble(each -> distance(each, more)).max().orElseThrow();
        assertThat(Math.sqrt(moved)).isLessThanOrEqualTo(VARIANCE * furthest + 2 * 2 * ROUNDED);
    }

    @Property(tries = 100)
    void noWeightLeavesWhatIsUncertain(
            @ForAll("lessons") @Size(min = 12) List<Lesson> lessons,
            @ForAll @IntRange(min = 1, max = 1000) int uncertainty) {
        Map<String, Weight> weights = new TreeMap<>();
        CRITERIA.forEach(id -> weights.put(id, Weight.of(new Points(100, -100, 0), uncertainty)));
        List<Lesson> many = lessons;
        for (int i = 0; i < 5; i++) {
            many = again(many);
        }

        assertThat(Fit.of(of(many), weights, 100).weights().values())
                .allSatisfy(
                        each -> assertThat(each).isBetween(1000 - uncertainty, 1000 + uncertainty));
    }

    @Property(tries = 5)
    void findsWeightsThatWerePlanted(@ForAll @IntRange(min = 1, max = 1_000_000) int seed) {
        var random = new Random(seed);
        Map<String, Integer> planted = Map.of("a", 1400, "b", 650, "c", 1000, "d", 1000);
        var lessons = new ArrayList<Lesson>();
        for (int i = 0; i < 4000; i++) {
            var points = new TreeMap<String, Integer>();
            double odds = -0.4;
            for (String each : CRITERIA) {
                int ahead = random.nextInt(-200, 201);
                points.put(each, ahead);
                odds += ahead * weight(planted, each) / 1000.0 / SCALE;
            }
            boolean reached = random.nextDouble() < 1 / (1 + Math.exp(-odds));
            lessons.add(new Lesson("p%04d".formatted(i), reached, 0, points));
        }

        Map<String, Weight> loose = new TreeMap<>();
        CRITERIA.forEach(id -> loose.put(id, Weight.of(new Points(100, -100, 0), 500)));
        double variance = Fit.variance(500);
        Map<String, Integer> found = Fit.of(of(lessons), loose, variance).weights();

        // A standard error is some 0.06 at these leads.
        planted.forEach(
                (id, weight) -> assertThat(weight(found, id)).isCloseTo(weight, within(250)));
        assertThat(weight(found, "a")).isGreaterThan(1150);
        assertThat(weight(found, "b")).isLessThan(900);
        assertThat(HeldOut.of(of(lessons), loose, variance).better()).isTrue();
    }

    private static Lessons of(List<Lesson> lessons) {
        return new Lessons(lessons, SCALE);
    }

    private static Map<String, Weight> all() {
        return weights(CRITERIA.toArray(String[]::new));
    }

    private static Map<String, Weight> weights(String... criteria) {
        var weights = new java.util.LinkedHashMap<String, Weight>();
        for (String each : criteria) {
            weights.put(each, Weight.of(new Points(100, -100, 0), UNCERTAINTY));
        }
        return weights;
    }

    private static Lesson only(Lesson lesson, String... criteria) {
        var points = new TreeMap<>(lesson.points());
        points.keySet().retainAll(List.of(criteria));
        return new Lesson(lesson.program(), lesson.reached(), lesson.fixed(), points);
    }

    private static List<Lesson> again(List<Lesson> lessons) {
        var both = new ArrayList<>(lessons);
        for (Lesson each : lessons) {
            both.add(
                    new Lesson(
                            each.program() + "-again",
                            each.reached(),
                            each.fixed(),
                            each.points()));
        }
        return both;
    }

    private static List<Lesson> with(List<Lesson> lessons, Lesson more) {
        var all = new ArrayList<>(lessons);
        all.add(more);
        return all;
    }

    private static double length(Fit fit) {
        return Math.sqrt(
                fit.weights().values().stream()
                        .mapToDouble(each -> Math.pow((each - 1000) / 1000.0, 2))
                        .sum());
    }

    private static double distance(Lesson one, Lesson other) {
        double sum = 0;
        for (String each : CRITERIA) {
            sum +=
                    Math.pow(
                            (one.points().getOrDefault(each, 0)
                                            - other.points().getOrDefault(each, 0))
                                    / SCALE,
                            2);
        }
        return Math.sqrt(sum);
    }

    private static Map<String, Double> deviations(int a, int b) {
        return Map.of("a", (a - 1000) / 1000.0, "b", (b - 1000) / 1000.0);
    }

    /** What the fit makes least, written down anew, at the base that suits best by halving. */
    private static double bestBase(List<Lesson> lessons, Map<String, Double> deviations) {
        double low = -60;
        double high = 60;
        for (int i = 0; i < 80; i++) {
            double base = (low + high) / 2;
            double pull = 0;
            for (Lesson each : lessons) {
                pull +=
                        1 / (1 + Math.exp(-odds(each, base, deviations)))
                                - (each.reached() ? 1 : 0);
            }
            if (pull > 0) {
                high = base;
            } else {
                low = base;
            }
        }
        double value = 0;
        for (Lesson each : lessons) {
            double odds = odds(each, low, deviations);
            value += Math.log(1 + Math.exp(each.reached() ? -odds : odds));
        }
        for (double each : deviations.values()) {
            value += each * each / (2 * VARIANCE);
        }
        return value;
    }

    private static double odds(Lesson lesson, double base, Map<String, Double> deviations) {
        double lead = lesson.fixed();
        for (Map.Entry<String, Integer> each : lesson.points().entrySet()) {
            lead += each.getValue() * (1 + deviations.getOrDefault(each.getKey(), 0.0));
        }
        return base + lead / SCALE;
    }

    private static int weight(Map<String, Integer> weights, String id) {
        return weights.getOrDefault(id, -1);
    }

    /** Both results are among them. */
    @Provide
    Arbitrary<List<Lesson>> lessons() {
        return points().list()
                .ofMinSize(8)
                .ofMaxSize(40)
                .map(
                        all ->
                                IntStream.range(0, all.size())
                                        .mapToObj(i -> lesson("p%02d".formatted(i), all.get(i), i))
                                        .toList());
    }

    private static Lesson lesson(String program, List<Integer> points, int place) {
        boolean reached = place < 2 ? place == 0 : points.get(5) > 0;
        return lesson(program, reached, points);
    }

    private static Lesson lesson(String program, boolean reached, List<Integer> points) {
        var ahead = new TreeMap<String, Integer>();
        for (int i = 0; i < CRITERIA.size(); i++) {
            ahead.put(CRITERIA.get(i), points.get(i));
        }
        return new Lesson(program, reached, points.get(4), ahead);
    }

    @Provide
    Arbitrary<Lesson> lesson() {
        return Combinators.combine(points(), Arbitraries.of(true, false))
                .as((points, reached) -> lesson("q", reached, points));
    }

    private static Arbitrary<List<Integer>> points() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(0)),
                        net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(-200, 200)))
                .list()
                .ofSize(6);
    }
}
