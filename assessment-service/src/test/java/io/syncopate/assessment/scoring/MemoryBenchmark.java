package io.syncopate.assessment.scoring;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.BriefFixture;
import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Facts;
import io.syncopate.assessment.brief.Value;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.cel.CelFixture;
import io.syncopate.assessment.model.yaml.ModelFixture;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;

/**
 * What a million answers leave behind: the heap after a collection, every tenth of the way. Each brief
 * is another one; every hundredth answer is told how firm it is. Fails when the heap has grown by more
 * than {@value #MOST_GROWTH} bytes since the first tenth.
 *
 * <p>Argument: how many answers.
 */
public final class MemoryBenchmark {

    private static final int PARTS = 10;
    private static final int FIRM_EVERY = 100;

    /** Less than five bytes for an answer. */
    private static final long MOST_GROWTH = 4L << 20;

    private static final long SEED = 20_260_501;
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private MemoryBenchmark() {}

    public static void main(String[] args) {
        if (args.length != 1) {
            throw new IllegalArgumentException(
                    "%s: expected how many answers".formatted(Arrays.toString(args)));
        }
        int part = Integer.parseInt(args[0]) / PARTS;
        var answers = new AnswerBrief(CelFixture.cel(), ModelFixture.comparison());
        DecisionModel model = StabilityBenchmark.model();
        var random = new Random(SEED);
        Brief compliance = BriefFixture.compliance().build();
        long kept = 0;
        long first = 0;
        System.out.println("answers   heap after a collection");
        for (int i = 1; i <= PARTS; i++) {
            for (int run = 0; run < part; run++) {
                Brief brief = varied(compliance, random);
                Answer answer =
                        run % FIRM_EVERY == 0
                                ? answers.answerWithStability(brief, model)
                                : answers.answer(brief, model);
                kept += answer.margin();
            }
            System.gc();
            long used = MEMORY.getHeapMemoryUsage().getUsed();
            first = first == 0 ? used : first;
            System.out.printf("%8d  %,d%n", i * part, used);
            if (used - first > MOST_GROWTH) {
                throw new AssertionError("the heap grows: %,d, then %,d".formatted(first, used));
            }
        }
        System.out.println("margins add up to " + kept);
    }

    /** Every third flag, choice and number stated anew. */
    private static Brief varied(Brief brief, Random random) {
        var otherwise = new TreeMap<Fact, Value>();
        for (Fact fact : Facts.ALL) {
            if (random.nextInt(3) == 0) {
                switch (fact.kind()) {
                    case FLAG -> otherwise.put(fact, new Value.Flag(random.nextBoolean()));
                    case CHOICE ->
                            otherwise.put(
                                    fact,
                                    new Value.Choice(
                                            fact.values()
                                                    .get(random.nextInt(fact.values().size()))));
                    case NUMBER -> otherwise.put(fact, new Value.Amount(1 + random.nextInt(3_000)));
                    case TEXT, TEXTS -> {}
                }
            }
        }
        return brief.with(otherwise);
    }
}
