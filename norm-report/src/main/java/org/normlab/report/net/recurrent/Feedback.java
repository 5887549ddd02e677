package org.normlab.report.net.recurrent;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.normlab.core.Shape;
import org.normlab.report.net.MatMul;
import org.normlab.report.net.Matrix;
import org.normlab.report.net.Mode;
import org.normlab.report.net.Parameter;

/** What comes from the state before: q = U·h' of the rows alive at a step, normalized. */
final class Feedback {
    private static final int GRADIENT = 0;
    private static final int RAW_GRADIENT = 1;

    private final MatMul products;
    private final Ragged ragged;
    private final Parameter weight;
    private final Matrix factor;
    private final Matrix factorGradient;
    private final Matrix transposed;
    private final Optional<Site> site;
    private final Stack raws;
    private final Stack normalized;
    private final Stack gradients;
    private final Stack allGradients;

    Feedback(MatMul products, Ragged ragged, Parameter weight, Optional<Site> site) {
        this.products = products;
        this.ragged = ragged;
        this.weight = weight;
        this.site = site;
        factor = Matrix.of(weight.value());
        factorGradient = Matrix.of(weight.gradient());
        transposed = Matrix.of(weight.value().like(Shape.nc(factor.columns(), factor.rows())));
        raws = new Stack(weight.value(), factor.columns());
        normalized = new Stack(weight.value(), factor.columns());
        gradients = new Stack(weight.value(), factor.columns());
        allGradients = new Stack(weight.value(), factor.columns());
    }

    List<Parameter> parameters() {
        return Stream.concat(Stream.of(weight), site.stream().flatMap(s -> s.parameters().stream()))
                .toList();
    }

    Stream<Site> sites() {
        return site.stream();
    }

    void reserve(int rows, int steps) {
        raws.reserve(rows);
        normalized.reserve(rows);
        gradients.reserve(rows);
        allGradients.reserve(rows * steps);
    }

    /** Where what is added to U·h' is to be written before {@link #forward}. */
    Matrix summand(int step) {
        return raws.matrix(step, ragged.alive(step));
    }

    /** Returns q. */
    Matrix forward(int step, Matrix before, Mode mode) {
        int rows = ragged.alive(step);
        Matrix raw = raws.matrix(step, rows);
        products.add(before, factor, raw);
        if (site.isEmpty()) {
            return raw;
        }
        Matrix q = normalized.matrix(step, rows);
        site.get().forward(step, raw.tensor(), q.tensor(), mode);
        return q;
    }

    /** Where the gradient of q is to be written before {@link #backward}. */
    Matrix outputGradient(int step) {
        return gradients.matrix(GRADIENT, ragged.alive(step));
    }

    /** Before the first step of a backward pass. */
    void beginBackward() {
        Fill.transpose(weight.value(), transposed.tensor());
    }

    /** Adds to the gradient of the state before; returns the gradient of U·h'. */
    Matrix backward(int step, Matrix beforeGradient) {
        int rows = ragged.alive(step);
        Matrix da = gradients.matrix(site.isPresent() ? RAW_GRADIENT : GRADIENT, rows);
        if (site.isPresent()) {
            site.get().backward(raws.tensor(step, rows), outputGradient(step).tensor(), da.tensor());
        }
        products.add(da, transposed, beforeGradient);
        Matrix all = allGradients.matrix(0, ragged.total());
        Fill.copy(da, 0, all, ragged.start(step) * factor.columns(), rows * factor.columns());
        return da;
    }

    /** Adds to the gradient of the weight, given the states before of all valid positions as columns. */
    void endBackward(Matrix before) {
        products.add(before, allGradients.matrix(0, ragged.total()), factorGradient);
    }
}
