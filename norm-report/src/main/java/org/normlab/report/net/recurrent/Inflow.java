package org.normlab.report.net.recurrent;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.normlab.report.net.Matrix;
import org.normlab.report.net.Mode;
import org.normlab.report.net.Parameter;

/** What comes from the inputs: p = W·x of all valid positions in one product, normalized at once or step by step. */
final class Inflow {
    private static final int RAW = 0;
    private static final int NORMALIZED = 1;
    private static final int GRADIENT = 2;
    private static final int RAW_GRADIENT = 3;

    private final Feed feed;
    private final Ragged ragged;
    private final Parameter weight;
    private final Matrix factor;
    private final Matrix factorGradient;
    private final Optional<Site> site;
    private final boolean stepByStep;
    private final Stack all;
    private final Stack stepInputs;
    private final Stack stepOutputs;
    private final Stack stepGradients;

    /** What the normalizer sees at once. */
    enum Reach {
        /** All valid positions. */
        ALL,
        /** The rows alive at a step. */
        STEP
    }

    Inflow(Feed feed, Ragged ragged, Parameter weight, Optional<Site> site, Reach reach) {
        this.feed = feed;
        this.ragged = ragged;
        this.weight = weight;
        this.site = site;
        factor = Matrix.of(weight.value());
        factorGradient = Matrix.of(weight.gradient());
        stepByStep = site.isPresent() && reach == Reach.STEP;
        all = new Stack(weight.value(), factor.columns());
        stepInputs = new Stack(weight.value(), factor.columns());
        stepOutputs = new Stack(weight.value(), factor.columns());
        stepGradients = new Stack(weight.value(), factor.columns());
    }

    List<Parameter> parameters() {
        return Stream.concat(Stream.of(weight), site.stream().flatMap(s -> s.parameters().stream()))
                .toList();
    }

    Stream<Site> sites() {
        return site.stream();
    }

    void reserve(int rows, int steps) {
        all.reserve(rows * steps);
        stepInputs.reserve(rows);
        stepOutputs.reserve(rows);
        stepGradients.reserve(rows);
    }

    void forward(Mode mode) {
        Matrix raw = all.matrix(RAW, ragged.total());
        Fill.zero(raw.tensor());
        feed.multiply(factor, raw);
        if (stepByStep) {
            for (int t = 0; t < ragged.steps(); t++) {
                forward(t, mode);
            }
        } else if (site.isPresent()) {
            site.get().forward(0, raw.tensor(), at(NORMALIZED).tensor(), mode);
        }
    }

    private void forward(int step, Mode mode) {
        int rows = ragged.alive(step);
        Matrix x = stepInputs.matrix(step, rows);
        Matrix y = stepOutputs.matrix(step, rows);
        int from = ragged.start(step) * all.width();
        Fill.copy(at(RAW), from, x, 0, rows * all.width());
        site.orElseThrow().forward(step, x.tensor(), y.tensor(), mode);
        Fill.copy(y, 0, at(NORMALIZED), from, rows * all.width());
    }

    private Matrix at(int floor) {
        return all.matrix(floor, ragged.total());
    }

    /** p of all valid positions. */
    Matrix outputs() {
        return at(site.isPresent() ? NORMALIZED : RAW);
    }

    /** Where the gradient of p is to be written. */
    Matrix outputGradients() {
        return at(GRADIENT);
    }

    /** Adds to the gradients of the parameters; returns the gradient of W·x. */
    Matrix backward() {
        int raw = site.isPresent() ? RAW_GRADIENT : GRADIENT;
        if (stepByStep) {
            for (int t = ragged.steps() - 1; t >= 0; t--) {
                backward(t);
            }
        } else if (site.isPresent()) {
            site.get()
                    .backward(
                            at(RAW).tensor(),
                            at(GRADIENT).tensor(),
                            at(RAW_GRADIENT).tensor());
        }
        Matrix du = all.matrix(raw, ragged.total());
        feed.addWeightGradient(du, factorGradient);
        return du;
    }

    private void backward(int step) {
        int rows = ragged.alive(step);
        int from = ragged.start(step) * all.width();
        Matrix dy = stepGradients.matrix(NORMALIZED, rows);
        Matrix dx = stepGradients.matrix(RAW, rows);
        Fill.copy(at(GRADIENT), from, dy, 0, rows * all.width());
        site.orElseThrow().backward(stepInputs.tensor(step, rows), dy.tensor(), dx.tensor());
        Fill.copy(dx, 0, at(RAW_GRADIENT), from, rows * all.width());
    }

    /** Adds to the gradient of the inputs. */
    void backwardToInputs(Matrix du) {
        feed.addInputGradient(du, factor);
    }
}
