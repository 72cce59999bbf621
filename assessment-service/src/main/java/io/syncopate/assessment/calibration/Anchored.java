package io.syncopate.assessment.calibration;

import io.syncopate.assessment.model.ModelText;
import io.syncopate.assessment.model.ModelText.Criterion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A model whose criteria are held to those of another one that is trusted. What it takes from the
 * model itself are the criteria that nobody calibrates; so two models that differ by a calibration
 * alone are anchored alike, and the same outcomes propose the same weights again.
 *
 * @param places in the order of the model
 */
record Anchored(ModelText model, List<Place> places) {

    Anchored {
        places = List.copyOf(places);
    }

    /** Where a criterion stands. */
    sealed interface Place {

        Criterion criterion();

        Standing standing();

        /**
         * Outcomes may weigh it.
         *
         * @param before its weight in the model
         */
        record Weighed(Criterion criterion, Weight weight, int before) implements Place {
            @Override
            public Standing standing() {
                return Standing.CALIBRATED;
            }
        }

        /** It stays as it is. */
        record Fixed(Criterion criterion, Standing standing) implements Place {}
    }

    static Anchored of(ModelText model, ModelText towards) {
        Map<String, Criterion> trusted = new LinkedHashMap<>();
        towards.criteria().forEach(each -> trusted.put(each.id(), each));
        var places = new ArrayList<Place>();
        for (Criterion each : model.criteria()) {
            Criterion other = trusted.get(each.id());
            places.add(
                    other == null || !other.expression().equals(each.expression())
                            ? new Place.Fixed(each, Standing.NOT_IN_TOWARDS)
                            : place(each, Weight.of(other.points(), model.weightUncertainty())));
        }
        return new Anchored(model, places);
    }

    private static Place place(Criterion criterion, Weight weight) {
        OptionalInt before = weight.giving(criterion.points());
        return before.isPresent()
                ? new Place.Weighed(criterion, weight, before.getAsInt())
                : new Place.Fixed(criterion, Standing.SET_BY_HAND);
    }

    /** By criterion. */
    Map<String, Weight> weights() {
        Map<String, Weight> weights = new LinkedHashMap<>();
        for (Place place : places) {
            if (place instanceof Place.Weighed weighed) {
                weights.put(weighed.criterion().id(), weighed.weight());
            }
        }
        return weights;
    }

    /** The model with each criterion that is weighed as it is trusted. */
    ModelText trusted() {
        Map<String, Integer> none = new LinkedHashMap<>();
        weights().keySet().forEach(id -> none.put(id, Weight.AS_TRUSTED));
        return at(none);
    }

    /** The model with other weights of all criteria that are weighed. */
    ModelText at(Map<String, Integer> weights) {
        return new ModelText(
                model.displayName(),
                model.facts(),
                places.stream().map(place -> at(place, weights)).toList(),
                model.rules(),
                model.nearTiePoints(),
                model.weightUncertainty(),
                model.guide());
    }

    private static Criterion at(Place place, Map<String, Integer> weights) {
        return switch (place) {
            case Place.Fixed fixed -> fixed.criterion();
            case Place.Weighed(var criterion, var weight, var before) ->
                    new Criterion(
                            criterion.id(),
                            criterion.step(),
                            criterion.expression(),
                            weight.at(weights.getOrDefault(criterion.id(), before)),
                            criterion.reason(),
                            criterion.mitigations(),
                            criterion.source());
        };
    }
}
