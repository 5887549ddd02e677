package org.normlab.report.peers;

import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.bench.Problem;
import org.normlab.report.bench.Result;
import org.normlab.report.bench.Rival;

/** oneDNN against ours on generated problems: what the benchmark times is the same mathematics. */
@AddLifecycleHook(NeedsNatives.class)
class OneDnnParityTest {
    private final OneDnn oneDnn = new OneDnn();

    @Provide
    Arbitrary<Problem> float32() {
        return AnyProblem.of(Tensor.of(Shape.of("C", 1), new float[1]));
    }

    @Property(tries = 500)
    void oneDnnIsAsCloseAsFloatAllows(@ForAll("float32") Problem problem) {
        Assume.that(!problem.workload().variant().equals("rms"));
        Tolerance tolerance = Tolerance.of(problem);
        Assume.that(tolerance.leavesDigitsInFloat());
        try (Rival theirs = oneDnn.rival(problem).orElseThrow();
                Rival ours = Rival.ours(problem)) {
            Map<Result, double[]> expected = ours.results();
            Map<Result, double[]> actual = theirs.results();
            expected.keySet().retainAll(actual.keySet());
            tolerance.check(actual, expected, tolerance::inFloat);
        }
    }
}
