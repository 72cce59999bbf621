package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.Criterion;
import io.syncopate.assessment.model.Evidence;
import io.syncopate.assessment.model.Expression;
import io.syncopate.assessment.model.FeasibilityRule;
import io.syncopate.assessment.model.FeasibilityRule.Severity;
import io.syncopate.assessment.model.Workflow;

import java.util.List;

/** One of the things that a {@link Tally} adds up: a criterion, or a rule that can block. */
sealed interface Term {

    Expression when();

    /** Adds what it is worth at a degree, as often as said; −1 takes it away. */
    void add(int degree, int times, int[] tally);

    /** By how much it can at most move one workflow ahead of another, from a degree. */
    int mostGain(Workflow to, Workflow over, int degree);

    /** A criterion. */
    record Points(Expression when, Evidence evidence) implements Term {

        Points(Criterion criterion) {
            this(criterion.when(), criterion.evidence());
        }

        @Override
        public void add(int degree, int times, int[] tally) {
            for (Workflow workflow : Workflow.values()) {
                tally[Tally.points(workflow)] +=
                        times * Contribution.share(evidence.on(workflow), degree);
            }
        }

        @Override
        public int mostGain(Workflow to, Workflow over, int degree) {
            int now =
                    Contribution.share(evidence.on(to), degree)
                            - Contribution.share(evidence.on(over), degree);
            return Math.max(0, evidence.on(to) - evidence.on(over)) - now;
        }
    }

    /** A rule whose severity blocks. */
    record Block(Expression when, List<Workflow> blocks, Severity severity) implements Term {

        Block(FeasibilityRule rule) {
            this(rule.when(), rule.blocks().stream().sorted().toList(), rule.severity());
        }

        @Override
        public void add(int degree, int times, int[] tally) {
            if (degree > 0) {
                for (Workflow workflow : blocks) {
                    tally[at(workflow)] += times;
                }
            }
        }

        private int at(Workflow workflow) {
            return switch (severity) {
                case GAP -> Tally.gaps(workflow);
                case RULED_OUT -> Tally.exclusions(workflow);
                case SHORTFALL -> throw new IllegalStateException("a shortfall blocks nothing");
            };
        }

        @Override
        public int mostGain(Workflow to, Workflow over, int degree) {
            return 0;
        }
    }
}
