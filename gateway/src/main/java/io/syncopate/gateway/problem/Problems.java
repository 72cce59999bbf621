package io.syncopate.gateway.problem;

import com.mongodb.MongoException;

import io.syncopate.gateway.transcoding.FieldError;
import io.syncopate.gateway.transcoding.MalformedJsonException;
import io.syncopate.gateway.transcoding.RequestRefusedException;
import io.syncopate.starter.error.StoreOutage;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.MethodNotAllowedException;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;

/** The gateway's own refusals, and what stands behind a throwable. */
public final class Problems {

    private Problems() {}

    public static Problem unknownPath(String method, String path) {
        return Problem.of(404, "UNKNOWN_PATH", "There is nothing at " + method + " " + path + ".");
    }

    public static Problem methodNotAllowed(String method, String path, Set<String> allowed) {
        String methods = String.join(", ", new TreeSet<>(allowed));
        return Problem.of(
                        405,
                        "METHOD_NOT_ALLOWED",
                        path + " takes " + methods + ", not " + method + ".")
                .header("Allow", methods);
    }

    public static Problem bodyTooLarge(long limit) {
        return Problem.of(
                413, "BODY_TOO_LARGE", "The body is larger than the " + limit + " bytes allowed.");
    }

    public static Problem bodyTooSlow(Duration time) {
        return Problem.of(
                408,
                "BODY_TOO_SLOW",
                "The body did not arrive within the " + time.toSeconds() + " s allowed.");
    }

    public static Problem wrongMediaType(String sent) {
        return Problem.of(
                415,
                "UNSUPPORTED_MEDIA_TYPE",
                "The body is " + sent + "; expected application/json in UTF-8.");
    }

    public static Problem invalid(String field, String value, String expected) {
        return invalid(List.of(new FieldError(field, value, expected)));
    }

    public static Problem invalid(List<FieldError> errors) {
        List<Problem.Violation> violations =
                errors.stream()
                        .map(
                                error ->
                                        new Problem.Violation(
                                                error.field(),
                                                error.value(),
                                                error.expected(),
                                                error.description()))
                        .toList();
        return Problem.of(400, Problem.INVALID_REQUEST, Problem.Violation.sentence(violations))
                .with(violations);
    }

    public static Problem malformed(String detail) {
        return Problem.of(400, "MALFORMED_REQUEST", detail);
    }

    public static Problem unauthenticated(String detail) {
        return Problem.of(401, "UNAUTHENTICATED_CALLER", detail)
                .header("WWW-Authenticate", "Bearer realm=\"syncopate\"");
    }

    public static Problem forbidden(String reason, String detail) {
        return Problem.of(403, reason, detail);
    }

    public static Problem backendUnavailable(String backend) {
        return Problem.of(
                        503,
                        "BACKEND_UNAVAILABLE",
                        "The " + backend + " backend is not available at the moment.")
                .retryAfter(Duration.ofSeconds(1));
    }

    /** Who is calling cannot be looked up. */
    public static Problem storeUnavailable() {
        return Problem.of(503, "BACKEND_UNAVAILABLE", "The gateway's store is away for the moment.")
                .retryAfter(Duration.ofSeconds(1));
    }

    public static Problem internal() {
        return Problem.of(
                500,
                "INTERNAL_FAULT",
                "Something went wrong inside. It was logged under this request's id.");
    }

    /** What a client is told about a throwable; {@link #internal()} for what nobody expected. */
    public static Problem of(Throwable failure, String method, String path) {
        return switch (failure) {
            case ProblemException known -> known.problem();
            case RequestRefusedException refused -> invalid(refused.errors());
            case MalformedJsonException malformed ->
                    malformed(String.valueOf(malformed.getMessage()));
            case MethodNotAllowedException other -> methodNotAllowed(method, path, names(other));
            case ErrorResponse response -> ofStatus(response.getStatusCode(), method, path);
            case TimeoutException _ -> storeUnavailable();
            case MongoException away when StoreOutage.isTheCauseOf(away) -> storeUnavailable();
            default -> internal();
        };
    }

    private static Set<String> names(MethodNotAllowedException e) {
        var names = new TreeSet<String>();
        e.getSupportedMethods().forEach(method -> names.add(method.name()));
        return names;
    }

    /** Spring's own words name classes and resources: only its status is taken. */
    private static Problem ofStatus(HttpStatusCode code, String method, String path) {
        if (code.value() == 404) {
            return unknownPath(method, path);
        }
        HttpStatus known = HttpStatus.resolve(code.value());
        if (known == null || code.is5xxServerError()) {
            return internal();
        }
        String reason = known.name();
        return Problem.of(
                code.value(),
                reason,
                "The request was refused: "
                        + known.getReasonPhrase().toLowerCase(Locale.ROOT)
                        + ".");
    }
}
