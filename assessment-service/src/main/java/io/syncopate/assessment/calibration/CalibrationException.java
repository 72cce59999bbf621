package io.syncopate.assessment.calibration;

import io.syncopate.kernel.RefusedException;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why nothing is proposed. The reasons are part of the contract. */
public abstract sealed class CalibrationException extends RefusedException {

    private static final long serialVersionUID = 1;

    private CalibrationException(String reason, String message, List<Violation> violations) {
        super(Kind.FAILED_PRECONDITION, reason, message, Map.of(), violations);
    }

    static final class NothingToCalibrate extends CalibrationException {
        private static final long serialVersionUID = 1;

        NothingToCalibrate(String why) {
            super("NOTHING_TO_CALIBRATE", why, List.of());
        }
    }

    static final class TooFewReviewed extends CalibrationException {
        private static final long serialVersionUID = 1;

        TooFewReviewed(List<Violation> shortages, Map<Told.LeftOut.Reason, Integer> leftOut) {
            super("TOO_FEW_REVIEWED_PROGRAMS", told(shortages, leftOut), shortages);
        }

        private static String told(
                List<Violation> shortages, Map<Told.LeftOut.Reason, Integer> leftOut) {
            String few =
                    shortages.stream()
                            .map(each -> each.field() + " " + each.description())
                            .collect(Collectors.joining("; "));
            String out =
                    leftOut.entrySet().stream()
                            .map(each -> each.getValue() + ": " + each.getKey().text())
                            .collect(Collectors.joining("; "));
            return "too few reviewed programs to say anything about weights: %s; left out: %s"
                    .formatted(few, out.isEmpty() ? "none" : out);
        }
    }
}
