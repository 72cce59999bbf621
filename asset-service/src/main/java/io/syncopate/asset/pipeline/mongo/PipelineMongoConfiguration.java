package io.syncopate.asset.pipeline.mongo;

import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.starter.mongo.DocumentMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lends the mapper to those who keep a pipeline within a document of their own. */
@Configuration(proxyBeanMethods = false)
class PipelineMongoConfiguration {

    @Bean
    DocumentMapper<Pipeline> pipelineMapper() {
        return new PipelineMapper();
    }
}
