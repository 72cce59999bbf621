package io.syncopate.assessment.model.yaml;

import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.DecisionModels;
import io.syncopate.assessment.model.Expressions;
import io.syncopate.assessment.model.ModelCheck;
import io.syncopate.assessment.model.WorkflowComparison;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The models that come with the service; every tenant sees them. */
@Configuration(proxyBeanMethods = false)
class ShippedModels {

    private static final String MODEL = "/decision-model/learning-guide-v1.yaml";
    private static final String COMPARISON = "/decision-model/workflow-comparison.yaml";

    @Bean
    DecisionModels decisionModels(Expressions expressions) {
        byte[] file = read(MODEL);
        DecisionModel model =
                new ModelReader(expressions)
                        .model(new String(file, StandardCharsets.UTF_8), hash(file));
        new ModelCheck(expressions).check(model);
        return new Shipped(model);
    }

    @Bean
    WorkflowComparison workflowComparison() {
        return ModelReader.comparison(new String(read(COMPARISON), StandardCharsets.UTF_8));
    }

    private static byte[] read(String resource) {
        try (InputStream in = ShippedModels.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static String hash(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** When another version is shipped, its file comes beside this one, which copies go on with. */
    private record Shipped(DecisionModel standard) implements DecisionModels {

        @Override
        public List<DecisionModel> all() {
            return List.of(standard);
        }

        @Override
        public Optional<DecisionModel> find(String id, int version) {
            return Optional.of(standard)
                    .filter(model -> model.id().equals(id) && model.version() == version);
        }
    }
}
