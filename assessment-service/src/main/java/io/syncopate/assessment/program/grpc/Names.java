package io.syncopate.assessment.program.grpc;

import io.syncopate.kernel.InvalidException;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Resource names; their form is checked by the contract before they come here. */
final class Names {

    private Names() {}

    static String program(String id) {
        return "programs/" + id;
    }

    static String assessment(String program, String id) {
        return "programs/%s/assessments/%s".formatted(program, id);
    }

    static String outcome(String program, String id) {
        return "programs/%s/outcomes/%s".formatted(program, id);
    }

    static String decisionModel(String id) {
        return "decisionModels/" + id;
    }

    /** The id of the programme in any name that starts with one. */
    static String programIn(String name) {
        return part(name, 1);
    }

    static String lastIn(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /**
     * @throws InvalidException when there is no such day, such as 30 February
     */
    static LocalDate date(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidException(field, text, "a date that exists, such as 2026-09-07");
        }
    }

    private static String part(String name, int index) {
        String[] parts = name.split("/", -1);
        if (parts.length <= index) {
            throw new InvalidException("name", name, "programs/{program}");
        }
        return parts[index];
    }
}
