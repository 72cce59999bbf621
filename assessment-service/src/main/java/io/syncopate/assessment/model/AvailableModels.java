package io.syncopate.assessment.model;

import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * The models that somebody can use: those of the platform, the tenant's default, and those of the
 * tenant in reach.
 */
public final class AvailableModels {

    /** The permission whose reach says which models somebody can use. */
    public static final String READ = "assessment.decisionModels.read";

    /** Models are long: a page of ten is about a megabyte. */
    private static final int ON_A_PAGE = 10;

    private static final int VERSIONS_ON_A_PAGE = 50;

    private final DecisionModels shipped;
    private final TenantModels models;
    private final ModelVersions versions;
    private final DefaultModels defaults;
    private final CompileModel compile;

    public AvailableModels(
            DecisionModels shipped,
            TenantModels models,
            ModelVersions versions,
            DefaultModels defaults,
            CompileModel compile) {
        this.shipped = shipped;
        this.models = models;
        this.versions = versions;
        this.defaults = defaults;
        this.compile = compile;
    }

    /** The platform's own. */
    public DecisionModel standard() {
        return shipped.standard();
    }

    /**
     * The model to score with. A version that somebody names scores even after its model was deleted,
     * so that an answer can be had again; the tenant's default goes on as well.
     *
     * @param name as the contract has it; empty for the default
     * @throws NotFoundException when none of that name is in reach
     * @throws ModelException when it is the current version of a deleted model
     */
    public DecisionModel chosen(Reach reach, String name) {
        if (name.isEmpty()) {
            return defaultModel(reach.tenant());
        }
        ModelName wanted = ModelName.parse(name);
        if (wanted.version().isEmpty() && shipped.find(wanted.id()).isEmpty()) {
            Versioned<TenantModel> found = inReach(reach, wanted.id());
            if (found.value().isDeleted() && !isDefault(reach.tenant(), wanted.id())) {
                throw new ModelException.Deleted(wanted.id());
            }
        }
        return model(reach, wanted);
    }

    /** As it is, whether or not it was deleted. */
    public DecisionModel model(Reach reach, ModelName name) {
        return shippedOr(name, () -> compiled(saved(reach, name)));
    }

    /** What it says. */
    public ModelText text(Reach reach, ModelName name) {
        if (shipped.find(name.id()).isPresent()) {
            return ModelText.of(model(reach, name));
        }
        return saved(reach, name).text();
    }

    public SeenModel get(Reach reach, String id) {
        Optional<DecisionModel> ofPlatform = shipped.find(id);
        return ofPlatform.isPresent()
                ? seen(reach.tenant(), ofPlatform.get())
                : seen(reach.tenant(), inReach(reach, id));
    }

    /** The platform's own first, then in order of creation. */
    public Page<SeenModel> inUse(Reach reach, PageRequest page) {
        return withShipped(reach, page, models.inUse(reach, atMost(page)));
    }

    /** As {@link #inUse}, with those that are deleted. */
    public Page<SeenModel> list(Reach reach, PageRequest page) {
        return withShipped(reach, page, models.list(reach, atMost(page)));
    }

    public SeenVersion version(Reach reach, ModelName name) {
        if (shipped.find(name.id()).isPresent()) {
            return of(model(reach, name));
        }
        return of(saved(reach, name));
    }

    /** Newest first. */
    public Page<SeenVersion> versions(Reach reach, String id, PageRequest page) {
        Optional<DecisionModel> ofPlatform = shipped.find(id);
        if (ofPlatform.isPresent()) {
            if (!page.token().isEmpty()) {
                throw InvalidException.pageToken(page.token());
            }
            return new Page<>(List.of(of(ofPlatform.get())), "");
        }
        SavedModel current = inReach(reach, id).value().current();
        int size = Math.min(page.size(), VERSIONS_ON_A_PAGE);
        var found = new ArrayList<SavedModel>();
        int below = current.version();
        if (page.token().isEmpty()) {
            found.add(current);
        } else {
            below = versions.versionIn(reach.tenant(), id, page.token());
        }
        int room = size - found.size();
        versions.below(reach.tenant(), id, below, room).stream()
                .map(Versioned::value)
                .forEach(found::add);
        // Versions have no gaps, so what is left follows from the last one.
        int last = found.isEmpty() ? 1 : found.getLast().version();
        return new Page<>(
                found.stream().map(this::of).toList(),
                last > 1 ? versions.tokenBelow(reach.tenant(), id, last) : "");
    }

    private Page<SeenModel> withShipped(
            Reach reach, PageRequest page, Page<Versioned<TenantModel>> found) {
        var seen = new ArrayList<SeenModel>();
        if (page.token().isEmpty()) {
            shipped.all().forEach(model -> seen.add(seen(reach.tenant(), model)));
        }
        found.items().forEach(model -> seen.add(seen(reach.tenant(), model)));
        return new Page<>(seen, found.nextToken());
    }

    /** There is room for the platform's own on each page. */
    private PageRequest atMost(PageRequest page) {
        return new PageRequest(
                Math.max(1, Math.min(page.size(), ON_A_PAGE) - shipped.all().size()), page.token());
    }

    private DecisionModel defaultModel(TenantId tenant) {
        return chosenDefault(tenant)
                .flatMap(
                        id ->
                                shipped.find(id)
                                        .or(
                                                () ->
                                                        models.find(tenant, id)
                                                                .map(
                                                                        found ->
                                                                                compiled(
                                                                                        found.value()
                                                                                                .current()))))
                .orElseGet(shipped::standard);
    }

    private Optional<String> chosenDefault(TenantId tenant) {
        return defaults.find(tenant, DefaultModel.ID).map(found -> found.value().model());
    }

    boolean isDefault(TenantId tenant, String id) {
        return chosenDefault(tenant).orElseGet(() -> shipped.standard().id()).equals(id);
    }

    /** The default is everybody's in the tenant. */
    private Versioned<TenantModel> inReach(Reach reach, String id) {
        Optional<Versioned<TenantModel>> found = models.find(reach, id);
        if (found.isPresent()) {
            return found.get();
        }
        return isDefault(reach.tenant(), id)
                ? models.get(reach.tenant(), id)
                : models.get(reach, id);
    }

    private SavedModel saved(Reach reach, ModelName name) {
        SavedModel current = inReach(reach, name.id()).value().current();
        OptionalInt version = name.version();
        if (version.isEmpty() || version.getAsInt() == current.version()) {
            return current;
        }
        // Beyond the current one there is nothing, even where the next save has begun.
        if (version.getAsInt() > current.version()) {
            throw notFound(name);
        }
        return versions.find(reach.tenant(), SavedModel.key(name.id(), version.getAsInt()))
                .orElseThrow(() -> notFound(name))
                .value();
    }

    private DecisionModel shippedOr(ModelName name, Supplier<DecisionModel> otherwise) {
        Optional<DecisionModel> current = shipped.find(name.id());
        if (current.isEmpty()) {
            return otherwise.get();
        }
        return name.version().isEmpty()
                ? current.get()
                : shipped.find(name.id(), name.version().getAsInt())
                        .orElseThrow(() -> notFound(name));
    }

    private SeenModel seen(TenantId tenant, DecisionModel model) {
        return new SeenModel(model, Optional.empty(), isDefault(tenant, model.id()));
    }

    SeenModel seen(TenantId tenant, Versioned<TenantModel> stored) {
        return new SeenModel(
                compiled(stored.value().current()),
                Optional.of(stored),
                isDefault(tenant, stored.id()));
    }

    private DecisionModel compiled(SavedModel saved) {
        return compile.compiled(saved.model(), saved.version(), saved.text());
    }

    private static SeenVersion of(DecisionModel model) {
        return new SeenVersion(model.id(), model.version(), model.hash(), Optional.empty());
    }

    private SeenVersion of(SavedModel saved) {
        return new SeenVersion(
                saved.model(), saved.version(), compile.hash(saved), Optional.of(saved));
    }

    private static NotFoundException notFound(ModelName name) {
        return new NotFoundException("decisionModelVersion", name.toString());
    }
}
