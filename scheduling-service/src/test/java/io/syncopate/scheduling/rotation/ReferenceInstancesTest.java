package io.syncopate.scheduling.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.Comparator;
import java.util.List;

class ReferenceInstancesTest {

    @Test
    void provesTheOptimumOfThreeZonesInEveryLevel() {
        ReferenceInstance instance = ReferenceInstance.read("r1_3z_12s");

        Rotation rotation = new PlanRotation().plan(instance.problem());

        assertThat(rotation.fairness().worst()).isEqualTo(points(instance, "max_burden"));
        assertThat(rotation.fairness().bound()).isEqualTo(rotation.fairness().worst());
        assertThat(rotation.fairness().exact()).isTrue();
        assertThat(descending(rotation))
                .isEqualTo(integers(instance.reference().get("leximin_sorted_desc")));
        assertThat(rotation.fairness().bestFixed().worst())
                .isEqualTo(points(instance, "baseline_best_fixed_slot_max"));
    }

    @Test
    void comesCloseToTheBestKnownForTwentyFourZonesAndAYear() {
        ReferenceInstance instance = ReferenceInstance.read("r4_24z_52s");

        Rotation rotation = new PlanRotation().plan(instance.problem());
        Points best = points(instance, "max_burden");
        assertThat(rotation.fairness().worst().value())
                .isBetween(best.value() * 0.99, best.value() * 1.02);
        assertThat(rotation.fairness().bound()).isEqualTo(points(instance, "best_bound"));
        assertThat(rotation.fairness().bestFixed().worst())
                .isEqualTo(points(instance, "baseline_best_fixed_slot_max"));
    }

    @Test
    void repeatsItselfToTheSlot() {
        RotationProblem problem = ReferenceInstance.read("r4_24z_52s").problem();

        assertThat(new PlanRotation().plan(problem)).isEqualTo(new PlanRotation().plan(problem));
    }

    private static Points points(ReferenceInstance instance, String field) {
        return Points.of(instance.reference().get(field).asInt());
    }

    private static List<Integer> integers(JsonNode numbers) {
        return numbers.valueStream().map(JsonNode::asInt).toList();
    }

    private static List<Integer> descending(Rotation rotation) {
        return rotation.fairness().loads().stream()
                .map(load -> (int) load.burden().value())
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
