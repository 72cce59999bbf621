package io.syncopate.assessment.model;

import io.syncopate.assessment.model.cel.CelFixture;
import io.syncopate.assessment.model.yaml.ModelFixture;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.InMemoryAggregates;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/** Models of tenants without a store, and the use cases over them. */
public final class ModelsInMemory {

    private final CompileModel compile;
    private final Tenants tenants;
    private final Versions versions;
    private final Defaults defaults;
    private final DecisionModels shipped = ModelFixture.models();

    public ModelsInMemory(Clock clock) {
        compile = new CompileModel(CelFixture.cel(), shipped);
        tenants = new Tenants(clock);
        versions = new Versions(clock);
        defaults = new Defaults(clock);
    }

    public AvailableModels available() {
        return new AvailableModels(shipped, tenants, versions, defaults, compile);
    }

    public EditModels edit() {
        return new EditModels(available(), shipped, tenants, versions, defaults, compile);
    }

    public CompileModel compile() {
        return compile;
    }

    public InMemoryAggregates<TenantModel> tenants() {
        return tenants;
    }

    public ModelVersions versions() {
        return versions;
    }

    /** The port without a store. */
    public static final class Tenants extends InMemoryAggregates<TenantModel>
            implements TenantModels {

        public Tenants(Clock clock) {
            super("decisionModels", clock);
        }

        @Override
        public Page<Versioned<TenantModel>> inUse(Reach reach, PageRequest page) {
            return page(reach, model -> !model.isDeleted(), page);
        }

        @Override
        public long count(TenantId tenant) {
            return all(tenant, model -> true).size();
        }
    }

    /** The port without a store. */
    public static final class Versions extends InMemoryAggregates<SavedModel>
            implements ModelVersions {

        public Versions(Clock clock) {
            super("decisionModelVersions", clock);
        }

        @Override
        public List<Versioned<SavedModel>> below(
                TenantId tenant, String model, int version, int limit) {
            return all(tenant, saved -> saved.model().equals(model) && saved.version() < version)
                    .stream()
                    .sorted(
                            Comparator.comparing(
                                            (Versioned<SavedModel> saved) ->
                                                    saved.value().version())
                                    .reversed())
                    .limit(limit)
                    .toList();
        }

        @Override
        public String tokenBelow(TenantId tenant, String model, int version) {
            return "%s/%s/%d".formatted(tenant, model, version);
        }

        @Override
        public int versionIn(TenantId tenant, String model, String token) {
            String list = "%s/%s/".formatted(tenant, model);
            if (!token.startsWith(list)) {
                throw InvalidException.pageToken(token);
            }
            return Integer.parseInt(token.substring(list.length()));
        }
    }

    /** The port without a store. */
    public static final class Defaults extends InMemoryAggregates<DefaultModel>
            implements DefaultModels {

        public Defaults(Clock clock) {
            super("decisionModelDefaults", clock);
        }
    }
}
