package io.syncopate.testkit.store;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import java.util.function.Supplier;

/**
 * What is slow to start and serves all tests of a class on one store. A {@code @BeforeEach} method of a class {@link OnStore}
 * takes it as a parameter. Each test keeps to names of its own in what is shared, so that they run in any order.
 */
public final class SharedOnStore {

    private static final Namespace NAMESPACE = Namespace.create(SharedOnStore.class);

    private final ExtensionContext.Store shared;
    private final Supplier<TestStore> store;

    /** Starts something on a store. */
    @FunctionalInterface
    public interface Start<T extends AutoCloseable> {
        T on(TestStore store) throws Exception;
    }

    /**
     * @param oneStore lasts as long as the tests on one store
     */
    SharedOnStore(ExtensionContext oneStore, Supplier<TestStore> store) {
        this.shared = oneStore.getStore(NAMESPACE);
        this.store = store;
    }

    /** Started for the first test that asks, and closed after the last test on this store, before the store is dropped. */
    public <T extends AutoCloseable> T get(Class<T> type, Start<T> start) {
        return shared.computeIfAbsent(type, _ -> started(start), type);
    }

    private <T extends AutoCloseable> T started(Start<T> start) {
        try {
            return start.on(store.get());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("what the tests share cannot be started", e);
        }
    }
}
