package io.syncopate.standalone;

import com.mongodb.MongoException;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.convert.ConversionException;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a failed start is told by: one line, with the setting, its value and what is expected. */
final class Failures {

    private Failures() {}

    static StartupException explain(Throwable failure, Settings settings) {
        List<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            switch (cause) {
                case StartupException told -> {
                    return told;
                }
                case PortInUseException taken -> {
                    return LoopbackPort.taken(taken.getPort(), failure);
                }
                case BindException unbound -> {
                    return new StartupException(oneLine(of(unbound)), failure);
                }
                case MongoException away when settings.mongodbUri().isPresent() -> {
                    return NamedMongodb.of(settings.mongodbUri().get(), settings).lost(away);
                }
                default -> {
                    // Keep looking: the cause that says something is often the last one.
                }
            }
        }
        return new StartupException(oneLine(ofAny(causes)), failure);
    }

    /** Of a value that does not fit its setting. */
    static String of(BindException unbound) {
        List<Throwable> causes = causes(unbound);
        for (Throwable cause : causes) {
            if (cause instanceof BindValidationException invalid) {
                return StreamSupport.stream(invalid.getValidationErrors().spliterator(), false)
                        .map(error -> invalid.getValidationErrors().getName() + told(error))
                        .collect(Collectors.joining("; "));
            }
        }
        ConfigurationProperty property = unbound.getProperty();
        if (property != null && causes.stream().anyMatch(ConversionException.class::isInstance)) {
            return "%s is '%s': expected %s"
                    .formatted(
                            property.getName(),
                            property.getValue(),
                            expected(unbound.getTarget().getType().toClass()));
        }
        Throwable last = causes.getLast();
        return last instanceof IllegalArgumentException && last.getMessage() != null
                ? last.getMessage()
                : unbound.getName() + " cannot be read: " + last;
    }

    private static String told(ObjectError error) {
        return error instanceof FieldError field
                ? ".%s is %s: %s"
                        .formatted(
                                field.getField(),
                                field.getRejectedValue(),
                                field.getDefaultMessage())
                : ": " + error.getDefaultMessage();
    }

    private static String expected(Class<?> type) {
        if (type == Duration.class) {
            return "a time such as 500ms, 30s, 5m or 12h";
        }
        if (type == DataSize.class) {
            return "a size such as 512KB or 4MB";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class) {
            return "a whole number";
        }
        return "a value of " + type.getSimpleName();
    }

    /** Spring's own words are about beans: what a module or a library said is behind them. */
    private static String ofAny(List<Throwable> causes) {
        Throwable told =
                causes.stream()
                        .filter(
                                cause ->
                                        !cause.getClass()
                                                .getName()
                                                .startsWith("org.springframework."))
                        .findFirst()
                        .orElse(causes.getLast());
        Throwable last = causes.getLast();
        return (told.getMessage() == null || told.getClass() == RuntimeException.class
                        ? told.toString()
                        : told.getMessage())
                + (last == told ? "" : " (" + last + ")")
                + "; with --debug it says where";
    }

    static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure;
                cause != null && !causes.contains(cause);
                cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    static String oneLine(String text) {
        return NamedMongodb.masked(Objects.requireNonNullElse(text, ""))
                .replaceAll("\\s*\\R\\s*", " ")
                .strip();
    }
}
