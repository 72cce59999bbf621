package io.syncopate.assessment.model;

import io.syncopate.kernel.AlreadyExistsException;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.Versioned;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Creates and changes models of a tenant. Each save is a version that never changes: the model holds
 * the last one, and the one before is kept by itself before the model names the next. So a version
 * that was ever current can be read, whatever fails between the two.
 */
public final class EditModels {

    private static final String KEEP = "decisionModels/keepVersion";

    private final AvailableModels available;
    private final DecisionModels shipped;
    private final TenantModels models;
    private final ModelVersions versions;
    private final DefaultModels defaults;
    private final CompileModel compile;

    public EditModels(
            AvailableModels available,
            DecisionModels shipped,
            TenantModels models,
            ModelVersions versions,
            DefaultModels defaults,
            CompileModel compile) {
        this.available = available;
        this.shipped = shipped;
        this.models = models;
        this.versions = versions;
        this.defaults = defaults;
        this.compile = compile;
    }

    /**
     * The number of models is looked up and not reserved: creates at one moment can pass the limit by
     * their number.
     *
     * @param at where the model stands in the request
     * @throws AlreadyExistsException when the id is taken
     */
    public SeenModel create(Command by, Ownership ownership, String id, String at, ModelText text) {
        if (shipped.find(id).isPresent()) {
            throw new AlreadyExistsException("decisionModel", "decisionModels/" + id);
        }
        Optional<Versioned<TenantModel>> answered = models.answered(by, id);
        if (answered.isPresent()) {
            return seen(by, answered.get());
        }
        if (models.count(by.tenant()) >= ModelLimits.MODELS) {
            throw new ModelException.LimitReached(
                    id,
                    "would be one more than %d models, which a tenant may have"
                            .formatted(ModelLimits.MODELS));
        }
        compile.checked(at, id, 1, text);
        var first = new TenantModel(saved(by, id, 1, text), Optional.empty());
        return seen(
                by, models.add(by, ownership, id, first, new ModelEvent.DecisionModelCreated()));
    }

    /**
     * @param etag of the model that the caller saw, or empty
     */
    public SeenModel update(
            Command by, String id, String etag, String at, UnaryOperator<ModelText> change) {
        refuseShipped(id);
        Optional<Versioned<TenantModel>> answered = models.answered(by, id);
        if (answered.isPresent()) {
            return seen(by, answered.get());
        }
        Versioned<TenantModel> before = models.get(by.reach(), id);
        Etags.check(etag, before);
        if (before.value().isDeleted()) {
            throw new ModelException.Deleted(id);
        }
        SavedModel current = before.value().current();
        int next = current.version() + 1;
        if (next > ModelLimits.VERSIONS) {
            throw new ModelException.LimitReached(
                    id,
                    "has %d versions, as many as a model may have: go on with a copy of it"
                            .formatted(current.version()));
        }
        ModelText text = change.apply(current.text());
        compile.checked(at, id, next, text);
        keep(by, before, current);
        return seen(
                by,
                models.change(
                        by,
                        before,
                        before.value().saved(saved(by, id, next, text)),
                        new ModelEvent.DecisionModelSaved(next)));
    }

    /** One that is deleted stays so. */
    public SeenModel delete(Command by, String id, String etag) {
        refuseShipped(id);
        Versioned<TenantModel> before = models.get(by.reach(), id);
        Etags.check(etag, before);
        if (before.value().isDeleted()) {
            return seen(by, before);
        }
        if (available.isDefault(by.tenant(), id)) {
            throw new ModelException.IsDefault(id);
        }
        return seen(
                by,
                models.change(
                        by,
                        before,
                        before.value().deleted(by.at()),
                        new ModelEvent.DecisionModelDeleted()));
    }

    /** One that is in use stays so. */
    public SeenModel undelete(Command by, String id, String etag) {
        refuseShipped(id);
        Optional<Versioned<TenantModel>> answered = models.answered(by, id);
        if (answered.isPresent()) {
            return seen(by, answered.get());
        }
        Versioned<TenantModel> before = models.get(by.reach(), id);
        Etags.check(etag, before);
        return seen(
                by,
                before.value().isDeleted()
                        ? models.change(
                                by,
                                before,
                                before.value().undeleted(),
                                new ModelEvent.DecisionModelUndeleted())
                        : before);
    }

    /**
     * @throws ModelException when the caller reaches less than the tenant, whose default it is
     */
    public SeenModel makeDefault(Command by, String id) {
        SeenModel model = available.get(by.reach(), id);
        if (by.reach().keys().isPresent()) {
            throw new ModelException.DefaultOfAll(id);
        }
        if (model.stored().filter(stored -> stored.value().isDeleted()).isPresent()) {
            throw new ModelException.Deleted(id);
        }
        if (!model.isDefault() && defaults.answered(by, DefaultModel.ID).isEmpty()) {
            choose(by, new DefaultModel(id));
        }
        return available.get(by.reach(), id);
    }

    private void choose(Command by, DefaultModel chosen) {
        var event = new ModelEvent.DefaultDecisionModelChosen(chosen.model());
        Optional<Versioned<DefaultModel>> before = defaults.find(by.tenant(), DefaultModel.ID);
        if (before.isPresent()) {
            defaults.change(by, before.get(), chosen, event);
            return;
        }
        try {
            defaults.add(by, Ownership.none(), DefaultModel.ID, chosen, event);
        } catch (AlreadyExistsException _) {
            Versioned<DefaultModel> current = defaults.get(by.tenant(), DefaultModel.ID);
            throw new StaleEtagException(current.name(), "v0", current.etag());
        }
    }

    /** Whoever saves next keeps the same: it is no part of the request. */
    private void keep(Command by, Versioned<TenantModel> model, SavedModel current) {
        versions.add(
                Command.internal(by.by(), KEEP, current.key(), by.at()),
                model.ownership(),
                current.key(),
                current,
                new ModelEvent.DecisionModelVersionKept(current.model(), current.version()));
    }

    private void refuseShipped(String id) {
        if (shipped.find(id).isPresent()) {
            throw new ModelException.OfPlatform(id);
        }
    }

    private SeenModel seen(Command by, Versioned<TenantModel> stored) {
        return available.seen(by.tenant(), stored);
    }

    private static SavedModel saved(Command by, String id, int version, ModelText text) {
        return new SavedModel(id, version, text, by.by().uid(), by.at());
    }
}
