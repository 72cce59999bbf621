package io.syncopate.testkit.store;

import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Runs a test class once per store that it asks for. */
final class OnStoreExtension implements ClassTemplateInvocationContextProvider {

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestClass(), OnStore.class);
    }

    @Override
    public Stream<OnOneStore> provideClassTemplateInvocationContexts(ExtensionContext context) {
        OnStore wanted =
                AnnotationSupport.findAnnotation(context.getRequiredTestClass(), OnStore.class)
                        .orElseThrow();
        return Arrays.stream(wanted.value()).distinct().map(OnOneStore::new);
    }

    record OnOneStore(StoreKind kind) implements ClassTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return kind.name(); // the report of what ran finds the store by it
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new TestStoreExtension(kind));
        }
    }
}
