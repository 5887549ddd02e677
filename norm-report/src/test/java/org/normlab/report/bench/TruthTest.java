package org.normlab.report.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.random.Streams;

class TruthTest {
    private static final Map<String, Map<String, String>> OPTIONS = Map.of("group", Map.of("groups", "3"));

    private static Problem problem(String variant) {
        Workload workload =
                new Workload(variant, Shape.nchw(5, 6, 3, 7), "test", OPTIONS.getOrDefault(variant, Map.of()));
        return Problem.standard(
                workload,
                Tensor.of(Shape.of("C", 1), new float[1]),
                Streams.root(3).open("truth"));
    }

    /** Float results of ours are within its promises of the truth. */
    @ParameterizedTest
    @ValueSource(strings = {"batch", "layer", "group", "instance", "rms"})
    void oursKeepsItsPromises(String variant) {
        Problem problem = problem(variant);
        Errors errors = Errors.of(new Truth(problem), Rival.ours(problem).results());
        assertThat(errors.headroom()).isGreaterThanOrEqualTo(1);
        assertThat(errors.ulps()).isPositive();
    }

    @Test
    void anOutputThatIsOffBreaksThem() {
        Problem problem = problem("batch");
        Map<Result, double[]> results = Rival.ours(problem).results();
        results.get(Result.OUTPUT)[17] *= 1 + 0x1p-20;
        assertThat(Errors.of(new Truth(problem), results).headroom()).isLessThan(1);
    }

    @Test
    void aGradientWithoutOneOfItsTermsBreaksThem() {
        Problem problem = problem("instance");
        Map<Result, double[]> results = Rival.ours(problem).results();
        results.put(Result.INPUT_GRADIENT, problem.dy().toArray());
        assertThat(Errors.of(new Truth(problem), results).headroom()).isLessThan(1);
    }

    @Test
    void whatIsNotGivenHasNoError() {
        Problem problem = problem("group");
        assertThat(Errors.of(new Truth(problem), Map.of()).gradient()).isNaN();
    }
}
