package io.syncopate.asset;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the asset-service by itself; its settings are in {@code asset.yaml}. */
@SpringBootApplication
public class AssetApplication {

    public static void main(String[] args) {
        System.setProperty("spring.config.name", "asset");
        SpringApplication.run(AssetApplication.class, args);
    }
}
