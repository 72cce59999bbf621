package io.syncopate.scheduling;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs the service; its settings are in {@code scheduling.yaml}. */
@SpringBootApplication
public class SchedulingApplication {

    public static void main(String[] args) {
        System.setProperty("spring.config.name", "scheduling");
        SpringApplication.run(SchedulingApplication.class, args);
    }
}
