package org.normlab.variants.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.core.RunningMoments;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;
import org.normlab.variants.Data;
import org.normlab.variants.Variants;
import org.normlab.variants.transfer.State;

/** Domains share weight and bias, and nothing of their statistics. */
class DomainBatchNormTest {
    private static final Shape SHAPE = Shape.nchw(4, 3, 2, 5);
    private static final int CHANNELS = SHAPE.channels();
    private static final int[] VISITS = {0, 2, 0, 0, 2};

    @ParameterizedTest
    @ValueSource(strings = {"torch", "onnx", "keras", "cumulative", "debiased"})
    void eachDomainHasTheStateOfABatchNormThatSawItAlone(String rule) {
        DomainBatchNorm domains = make(rule);
        RunningMoments running = domains.start();
        for (int visit = 0; visit < VISITS.length; visit++) {
            running = track(domains.domain(VISITS[visit]), running, visit);
        }
        for (int domain = 0; domain < 3; domain++) {
            assertSame(running.range(domain * CHANNELS, CHANNELS), alone(domains.base(), domain));
            Tensor x = Data.random(SHAPE, 9);
            assertThat(domains.domain(domain)
                            .frozen(running)
                            .forward(x)
                            .output()
                            .toArray())
                    .isEqualTo(domains.base()
                            .frozen(alone(domains.base(), domain))
                            .forward(x)
                            .output()
                            .toArray());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"torch", "cumulative", "debiased"})
    void aStoredStateGoesOnAsIfItHadNotBeenStored(String rule) {
        DomainBatchNorm second = make(rule).domain(1);
        RunningMoments running = track(make(rule), second.start(), 0);
        RunningMoments restored =
                State.restore(second, State.of(second, Optional.of(running))).orElseThrow();
        assertSame(track(second, restored, 1), track(second, running, 1));
    }

    private static DomainBatchNorm make(String rule) {
        DomainBatchNorm norm = (DomainBatchNorm)
                Variants.standard().create("domain-batch", SHAPE, Map.of("rule", rule, "domains", "3"));
        norm.parameters().values().forEach(Data::move);
        return norm;
    }

    private static RunningMoments track(Tracked norm, RunningMoments before, int seed) {
        return norm.track(before, norm.forward(Data.random(SHAPE, seed)), norm.start());
    }

    private static RunningMoments alone(Tracked base, int domain) {
        RunningMoments running = base.start();
        for (int visit = 0; visit < VISITS.length; visit++) {
            running = VISITS[visit] == domain ? track(base, running, visit) : running;
        }
        return running;
    }

    private static void assertSame(RunningMoments actual, RunningMoments expected) {
        for (int c = 0; c < expected.channels(); c++) {
            assertThat(actual.mean(c)).isEqualTo(expected.mean(c));
            assertThat(actual.variance(c)).isEqualTo(expected.variance(c));
        }
    }
}
