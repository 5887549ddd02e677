package org.normlab.report.cli.law;

import java.util.Map;
import java.util.Optional;
import org.normlab.core.Gradients;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Stateful;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;
import org.normlab.core.check.GradientCheck;
import org.normlab.core.check.Report;
import org.normlab.variants.Description.Contract;
import org.normlab.variants.Description.Field;

/** What a backward pass gives. */
final class GradientLaws {
    private GradientLaws() {}

    /** Why differences of a training pass are not its gradients. */
    static Optional<String> notExact(Sample sample) {
        return sample.description().contract() == Contract.EXACT
                ? Optional.empty()
                : Optional.of("gradient: " + sample.description().text(Field.GRADIENT));
    }

    static Optional<Finding> training(Sample sample) {
        return Optional.of(differences(sample, sample.normalizer()));
    }

    /** Why there is no evaluation of its own. */
    static Optional<String> noEvaluation(Sample sample) {
        boolean own = sample.normalizer() instanceof Tracked || sample.normalizer() instanceof Stateful;
        if (own && sample.description().contract() == Contract.APPROXIMATE) {
            return notExact(sample);
        }
        return own ? Optional.empty() : Optional.of("evaluation is training");
    }

    static Optional<Finding> evaluation(Sample sample) {
        Normalizer normalizer = sample.normalizer();
        if (normalizer instanceof Tracked tracked) {
            Normalized pass = tracked.training(tracked.start()).forward(sample.x());
            return Optional.of(
                    differences(sample, tracked.frozen(tracked.track(tracked.start(), pass, tracked.start()))));
        }
        return Optional.of(differences(sample, ((Stateful) normalizer).evaluation()));
    }

    private static Finding differences(Sample sample, Normalizer normalizer) {
        Report report = GradientCheck.ofForward(sample.seed()).check(normalizer, sample.x());
        return new Finding(
                "d " + report.gradient(),
                report.element(),
                report.numeric(),
                report.analytic(),
                report.error(),
                Report.TOLERANCE);
    }

    /** The gradient of no loss is 0. */
    static Optional<Finding> nothing(Sample sample) {
        Tensor zero = sample.dy().like(sample.dy().shape());
        Tensor dx = sample.normalizer().forward(sample.x()).backward(zero).input();
        return Optional.of(Finding.same("d input", zero, dx));
    }

    /** Why the gradient need not be linear. */
    static Optional<String> approximate(Sample sample) {
        return sample.description().contract() == Contract.APPROXIMATE ? notExact(sample) : Optional.empty();
    }

    /** Twice the loss has twice the gradient, to the last bit. */
    static Optional<Finding> linear(Sample sample) {
        Normalized pass = sample.normalizer().forward(sample.x());
        Gradients once = pass.backward(sample.dy());
        Gradients twice = pass.backward(times(2, sample.dy()));
        Finding worst = Finding.same("d input", times(2, once.input()), twice.input());
        for (Map.Entry<String, Tensor> gradient : once.parameters().entrySet()) {
            String name = gradient.getKey();
            worst = worst.and(Finding.same("d " + name, times(2, gradient.getValue()), twice.parameter(name)));
        }
        return Optional.of(worst);
    }

    private static Tensor times(double factor, Tensor tensor) {
        Tensor product = tensor.like(tensor.shape());
        for (int i = 0; i < tensor.shape().count(); i++) {
            product.set(i, factor * tensor.get(i));
        }
        return product;
    }
}
