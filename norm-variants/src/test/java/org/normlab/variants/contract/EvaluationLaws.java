package org.normlab.variants.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.Stateful;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;
import org.normlab.core.check.GradientCheck;
import org.normlab.core.check.Report;
import org.normlab.variants.transfer.State;

/** What evaluation after training does, and that all it needs can be stored. */
public interface EvaluationLaws extends Subject {

    /** Law 6 in evaluation: differences agree, so no gradient flows through given statistics. */
    @Property(tries = NormalizerContract.FEW)
    default void law6_differencesAgreeInEvaluation(@ForAll("fewSmooth") Sample sample) {
        Sample wide = sample.precision(Precision.FLOAT64);
        Trained trained = Trained.by(subject(wide.setting()), wide.x());
        Report report = GradientCheck.ofForward(sample.setting().seed()).check(trained.evaluation(), wide.x());
        assertThat(report.passes()).as("%s", report).isTrue();
    }

    /** Law 19 in evaluation: no output depends on another example. */
    @Property(tries = NormalizerContract.FEW)
    default void law19_evaluationSeesOneExampleAtATime(@ForAll("samples") Sample sample) {
        Trained trained = Trained.by(subject(sample.setting()), sample.x());
        boolean same = trained.evaluation() == trained.normalizer() && departs(Departure.MIXES_EXAMPLES);
        if (same || departs(Departure.WEIGHTS)) {
            return;
        }
        Tensor before = trained.evaluation().forward(sample.x()).output();
        Tensor moved = sample.x();
        int stride = sample.shape().count() / sample.shape().size(0);
        for (int i = 0; i < stride; i++) {
            moved.set(i, 3 - 2 * moved.get(i));
        }
        Tensor after = trained.evaluation().forward(moved).output();
        for (int i = stride; i < sample.shape().count(); i++) {
            assertThat(after.get(i)).as("element %d", i).isEqualTo(before.get(i));
        }
    }

    /** Law 22: parameters and state, stored and put into a fresh normalizer, evaluate to the same bits. */
    @Property(tries = NormalizerContract.FEW)
    default void law22_theStateGoesRoundBitForBit(@ForAll("samples") Sample sample) {
        Trained trained = Trained.by(subject(sample.setting()), sample.x());
        Normalizer fresh = subject(sample.setting());
        fresh.parameters()
                .values()
                .forEach(parameter ->
                        parameter.copyFrom(new double[parameter.shape().count()]));
        Trained restored = new Trained(fresh, State.restore(fresh, State.of(trained.normalizer(), trained.running())));
        Bits.assertSame(
                restored.evaluation().forward(sample.x()).output(),
                trained.evaluation().forward(sample.x()).output());
    }

    /** A normalizer and what one batch has left of it. */
    record Trained(Normalizer normalizer, Optional<RunningMoments> running) {

        static Trained by(Normalizer normalizer, Tensor x) {
            if (normalizer instanceof Stateful stateful) {
                stateful.keep(stateful.forward(x).state());
            }
            return new Trained(
                    normalizer,
                    Optional.of(normalizer)
                            .filter(Tracked.class::isInstance)
                            .map(Tracked.class::cast)
                            .map(tracked -> tracked.track(
                                    tracked.start(),
                                    tracked.training(tracked.start()).forward(x),
                                    tracked.start())));
        }

        Normalizer evaluation() {
            if (normalizer instanceof Tracked tracked) {
                return tracked.frozen(running.orElseThrow());
            }
            return normalizer instanceof Stateful stateful ? stateful.evaluation() : normalizer;
        }
    }
}
