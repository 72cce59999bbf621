package io.syncopate.asset.pipeline;

/** The queue before a stage: {@code pipeline.stage}, which is also how its name ends. */
public record QueueName(String pipeline, String stage) {

    /**
     * @throws IllegalArgumentException when it is not {@code pipeline.stage}
     */
    public static QueueName parse(String value) {
        int dot = value.indexOf('.');
        if (dot < 1 || dot == value.length() - 1) {
            throw new IllegalArgumentException(
                    "queue '%s': expected pipeline.stage".formatted(value));
        }
        return new QueueName(value.substring(0, dot), value.substring(dot + 1));
    }

    public String value() {
        return pipeline + "." + stage;
    }

    public String resourceName() {
        return "queues/" + value();
    }
}
