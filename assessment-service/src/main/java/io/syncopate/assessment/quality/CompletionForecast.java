package io.syncopate.assessment.quality;

/** How many will complete, in permille of who enrol: with no, with these and with all practices. */
public record CompletionForecast(int low, int likely, int high, Population population) {

    static CompletionForecast of(Population population, int quality) {
        return new CompletionForecast(
                population.low(), population.at(quality), population.high(), population);
    }
}
