package io.syncopate.assessment.backtest;

import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.Workflow;
import io.syncopate.assessment.scoring.Answer;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.assessment.scoring.Gap;
import io.syncopate.assessment.scoring.Score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One model held against past answers, one after the other; for one thread at a time. */
public final class Backtest {

    /** Programmes looked at: what a core scores within seconds. */
    public static final int PROGRAMS = 10_000;

    private static final int CHANGED_TOLD = 100;
    private static final int GAPS_TOLD = 40;

    private final DecisionModel model;
    private final AnswerBrief answers;
    private final Map<Transition, Integer> transitions = new TreeMap<>();
    private final Map<Block, GapCount> gaps = new TreeMap<>();
    private final List<Changed> changed = new ArrayList<>();
    private final Map<Workflow, Came> came = new EnumMap<>(Workflow.class);
    private int programs;
    private int changedPrograms;
    private int nearTiesGained;
    private int nearTiesLost;
    private int measured;
    private int agreeBefore;
    private int agreeAfter;

    public Backtest(DecisionModel model, AnswerBrief answers) {
        this.model = model;
        this.answers = answers;
    }

    /** One workflow instead of another, or the same. */
    public record Transition(Workflow before, Workflow after) implements Comparable<Transition> {
        @Override
        public int compareTo(Transition other) {
            return Comparator.comparing(Transition::before)
                    .thenComparing(Transition::after)
                    .compare(this, other);
        }
    }

    /** A rule in the way of a workflow. */
    public record Block(String rule, Workflow workflow) implements Comparable<Block> {
        @Override
        public int compareTo(Block other) {
            return Comparator.comparing(Block::rule)
                    .thenComparing(Block::workflow)
                    .compare(this, other);
        }
    }

    /** Answers that name a gap and did not, and the other way round. */
    public record GapCount(int gained, int lost) {
        private GapCount plus(GapCount other) {
            return new GapCount(gained + other.gained, lost + other.lost);
        }
    }

    /** A programme that would be answered otherwise. */
    public record Changed(PastAnswer past, Answer after) {}

    /**
     * Programmes that ran with one workflow.
     *
     * @param reachedKept those that reached their targets and would be recommended the same
     */
    public record Came(int reached, int reachedKept, int missed, int missedKept) {
        private Came plus(boolean didReach, boolean kept) {
            return didReach
                    ? new Came(reached + 1, reachedKept + (kept ? 1 : 0), missed, missedKept)
                    : new Came(reached, reachedKept, missed + 1, missedKept + (kept ? 1 : 0));
        }
    }

    public void add(List<PastAnswer> past) {
        past.forEach(this::add);
    }

    private void add(PastAnswer past) {
        Answer before = past.assessment().answer();
        Answer after = answers.answer(past.assessment().brief(), model);
        programs++;
        transitions.merge(
                new Transition(before.recommended(), after.recommended()), 1, Integer::sum);
        if (before.recommended() != after.recommended()) {
            changedPrograms++;
            if (changed.size() < CHANGED_TOLD) {
                changed.add(new Changed(past, after));
            }
        }
        nearTiesGained += after.nearTie() && !before.nearTie() ? 1 : 0;
        nearTiesLost += before.nearTie() && !after.nearTie() ? 1 : 0;
        countGaps(before, after);
        past.came().ifPresent(each -> compare(each, before, after));
    }

    private void countGaps(Answer before, Answer after) {
        Set<Block> were = blocks(before);
        Set<Block> are = blocks(after);
        for (Block block : are) {
            if (!were.contains(block)) {
                gaps.merge(block, new GapCount(1, 0), GapCount::plus);
            }
        }
        for (Block block : were) {
            if (!are.contains(block)) {
                gaps.merge(block, new GapCount(0, 1), GapCount::plus);
            }
        }
    }

    private static Set<Block> blocks(Answer answer) {
        var blocks = new HashSet<Block>();
        for (Gap gap : answer.gaps()) {
            blocks.add(new Block(gap.rule(), gap.workflow()));
        }
        return blocks;
    }

    private void compare(PastAnswer.Came each, Answer before, Answer after) {
        measured++;
        agreeBefore += each.agreesWith(before.recommended()) ? 1 : 0;
        agreeAfter += each.agreesWith(after.recommended()) ? 1 : 0;
        came.put(
                each.ran(),
                came.getOrDefault(each.ran(), new Came(0, 0, 0, 0))
                        .plus(each.reached(), after.recommended() == each.ran()));
    }

    public DecisionModel model() {
        return model;
    }

    /** Programmes that had an answer. */
    public int programs() {
        return programs;
    }

    /** The pairs that occurred, in order. */
    public Map<Transition, Integer> transitions() {
        return new TreeMap<>(transitions);
    }

    public int nearTiesGained() {
        return nearTiesGained;
    }

    public int nearTiesLost() {
        return nearTiesLost;
    }

    /** Those that differ most, the most first. */
    public List<Map.Entry<Block, GapCount>> gaps() {
        return gaps.entrySet().stream()
                .sorted(
                        Comparator.comparing(
                                        (Map.Entry<Block, GapCount> each) ->
                                                -(each.getValue().gained()
                                                        + each.getValue().lost()))
                                .thenComparing(Map.Entry::getKey))
                .limit(GAPS_TOLD)
                .toList();
    }

    /** How many would be answered otherwise. */
    public int changedPrograms() {
        return changedPrograms;
    }

    /** The first of those, in the order in which they were added. */
    public List<Changed> changed() {
        return List.copyOf(changed);
    }

    /** Programmes of which an outcome is known. */
    public int measured() {
        return measured;
    }

    public int agreeBefore() {
        return agreeBefore;
    }

    public int agreeAfter() {
        return agreeAfter;
    }

    /** By the workflow that they ran with, in its order. */
    public Map<Workflow, Came> came() {
        return new EnumMap<>(came);
    }

    /** The points that a workflow had. */
    public static int points(Answer answer, Workflow workflow) {
        return answer.scores().stream()
                .filter(score -> score.workflow() == workflow)
                .mapToInt(Score::points)
                .sum();
    }
}
