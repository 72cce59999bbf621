package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.Criterion;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.Expressions.Evaluation;
import io.syncopate.assessment.model.FeasibilityRule;
import io.syncopate.assessment.model.Situation;
import io.syncopate.assessment.model.Workflow;

import java.util.ArrayList;
import java.util.List;

/**
 * What changed facts do to the tally. Most terms read one lever, so what each rung of it does is
 * summed once; the others are looked at for each combination that they read.
 */
final class Effects {

    private final List<Lever> levers;
    private final int[] tally = new int[Tally.SIZE];
    private final Workflow answer;

    /** By lever and rung: what the terms change that read no other lever. */
    private final int[][][] alone;

    private final List<List<Watched>> shared;
    private final List<Watched> blocks = new ArrayList<>();

    Effects(DecisionModel model, Situation situation, Evaluation evaluation) {
        this.levers = Levers.of(model, situation);
        var facts = new ChangedFacts(situation, evaluation, levers);
        this.alone = new int[levers.size()][][];
        this.shared = new ArrayList<>();
        for (int lever = 0; lever < levers.size(); lever++) {
            alone[lever] = new int[levers.get(lever).rungs().size()][Tally.SIZE];
            shared.add(new ArrayList<>());
        }
        for (Criterion criterion : model.criteria()) {
            add(new Watched(new Term.Points(criterion), facts));
        }
        for (FeasibilityRule rule : model.feasibility()) {
            if (rule.severity().blocks()) {
                var block = new Watched(new Term.Block(rule), facts);
                blocks.add(block);
                add(block);
            }
        }
        this.answer = Tally.recommended(tally);
    }

    private void add(Watched watched) {
        watched.term().add(watched.unchanged(), 1, tally);
        if (watched.levers().length == 1) {
            int lever = watched.levers()[0];
            for (int rung = 0; rung < alone[lever].length; rung++) {
                watched.addChange(new int[] {lever}, new int[] {rung}, 1, alone[lever][rung]);
            }
            return;
        }
        for (int lever : watched.levers()) {
            shared.get(lever).add(watched);
        }
    }

    List<Lever> levers() {
        return levers;
    }

    /** Of the situation as it is. */
    int[] tally() {
        return tally;
    }

    Workflow answer() {
        return answer;
    }

    List<Watched> blocks() {
        return blocks;
    }

    /** What a rung changes by itself, in the terms that read its lever alone. */
    int[] alone(int lever, int rung) {
        return alone[lever][rung];
    }

    /** Terms that read a lever and others too. */
    List<Watched> shared(int lever) {
        return shared.get(lever);
    }

    /**
     * By how much changing a lever can at most move a workflow ahead of the answer: never less than
     * it does, whatever else is changed with it.
     */
    int mostGain(Workflow workflow, int lever) {
        int most = Integer.MIN_VALUE;
        for (int[] change : alone[lever]) {
            most = Math.max(most, change[Tally.points(workflow)] - change[Tally.points(answer)]);
        }
        for (Watched term : shared.get(lever)) {
            most += term.term().mostGain(workflow, answer, term.unchanged());
        }
        return most;
    }
}
