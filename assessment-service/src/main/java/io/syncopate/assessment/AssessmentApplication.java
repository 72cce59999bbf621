package io.syncopate.assessment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service with the settings of {@code assessment.yaml}. */
@SpringBootApplication
public class AssessmentApplication {

    public static void main(String[] args) {
        System.setProperty("spring.config.name", "assessment");
        SpringApplication.run(AssessmentApplication.class, args);
    }
}
