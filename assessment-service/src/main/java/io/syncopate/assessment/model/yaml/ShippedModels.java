package io.syncopate.assessment.model.yaml;

import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.DecisionModels;
import io.syncopate.assessment.model.Expressions;
import io.syncopate.assessment.model.ModelCheck;
import io.syncopate.assessment.model.WorkflowComparison;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.TenantId;

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

    private record Shipped(DecisionModel standard) implements DecisionModels {

        @Override
        public DecisionModel get(TenantId tenant, String id) {
            if (id.equals(standard.id())) {
                return standard;
            }
            throw new NotFoundException("decisionModel", "decisionModels/" + id);
        }

        @Override
        public List<DecisionModel> all(TenantId tenant) {
            return List.of(standard);
        }
    }
}
