package io.syncopate.gateway.proxy;

import io.syncopate.gateway.problem.Problem;
import io.syncopate.gateway.problem.ProblemException;

import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

import java.util.List;

/** Which form of a stream a client wants. */
final class AcceptHeader {

    private static final List<StreamFormat> FORMATS =
            List.of(new StreamFormat.Lines(), new StreamFormat.Events());

    private AcceptHeader() {}

    /**
     * The one that is wanted most, lines where all are the same to the client.
     *
     * @throws ProblemException it takes none of them
     */
    static StreamFormat format(List<String> accept) {
        if (accept.isEmpty()) {
            return FORMATS.getFirst();
        }
        List<MediaType> ranges;
        try {
            ranges = MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException e) {
            throw new ProblemException(
                    Problem.of(400, "MALFORMED_REQUEST", "The header Accept cannot be read."));
        }
        StreamFormat best = null;
        double most = 0;
        for (StreamFormat format : FORMATS) {
            double wish = wish(format.type(), ranges);
            if (wish > most) {
                best = format;
                most = wish;
            }
        }
        if (best == null) {
            throw new ProblemException(
                    Problem.of(
                            406,
                            "NOT_ACCEPTABLE",
                            "The answer is a stream: expected "
                                    + StreamFormat.Lines.TYPE
                                    + " or "
                                    + StreamFormat.Events.TYPE
                                    + " in the header Accept."));
        }
        return best;
    }

    /** By quality, then by how exactly it was named; 0 for not at all. */
    private static double wish(MediaType type, List<MediaType> ranges) {
        MediaType closest = null;
        for (MediaType range : ranges) {
            if (range.includes(type)
                    && (closest == null || exactness(range) > exactness(closest))) {
                closest = range;
            }
        }
        return closest == null || closest.getQualityValue() == 0
                ? 0
                : closest.getQualityValue() * 10 + exactness(closest);
    }

    private static int exactness(@Nullable MediaType range) {
        if (range == null || range.isWildcardType()) {
            return 0;
        }
        return range.isWildcardSubtype() ? 1 : 2;
    }
}
