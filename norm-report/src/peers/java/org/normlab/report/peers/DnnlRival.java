package org.normlab.report.peers;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.stream;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;
import org.normlab.report.bench.Pass;
import org.normlab.report.bench.Problem;
import org.normlab.report.bench.Result;
import org.normlab.report.bench.Rival;

/**
 * A normalization of oneDNN, over all examples or over stretches of them one after the other.
 *
 * <p>Its group norm has no backward here: that of version 3.8.1 sums the gradient's two means over all examples, though each example has
 * statistics of its own, and gives another gradient than libtorch, differences and the formula.
 */
final class DnnlRival implements Rival {
    private final stream stream;
    private final Problem problem;
    private final DnnlTensors tensors;
    private final DnnlPrimitives primitives;
    private final boolean tracked;
    private final memory x;
    private final memory y;
    private final memory dy;
    private final memory dx;
    private final List<Part> parts = new ArrayList<>();

    /** The arguments of the passes over a stretch of examples, and where the gradients of its parameters go. */
    private record Part(
            IntMemoryMap forward, IntMemoryMap evaluation, IntMemoryMap backward, memory dweight, memory dbias) {}

    DnnlRival(engine engine, Form form, Problem problem) {
        this.stream = new stream(engine);
        this.problem = problem;
        this.tensors = new DnnlTensors(engine, form);
        this.tracked = problem.norm() instanceof Tracked;
        this.primitives = primitives(engine);
        this.x = tensors.all(problem.x());
        this.dy = tensors.all(problem.dy());
        this.y = tensors.all();
        this.dx = tensors.all();
        for (int part = 0; part < form.parts(); part++) {
            parts.add(part(engine, part));
        }
    }

    private DnnlPrimitives primitives(engine engine) {
        int affine = (problem.weight().isPresent() ? DnnlPrimitives.SCALE : 0)
                | (problem.bias().isPresent() ? DnnlPrimitives.SHIFT : 0);
        DnnlPrimitives.Request request = new DnnlPrimitives.Request(
                engine,
                tensors.data(),
                (float) problem.norm().epsilon().value(),
                affine,
                tracked ? DnnlPrimitives.GIVEN : 0);
        return switch (tensors.form().kind()) {
            case BATCH -> DnnlPrimitives.batch(request);
            case LAYER, RMS -> DnnlPrimitives.layer(request, tensors.rows());
            case GROUP -> DnnlPrimitives.group(request, tensors.form().groups());
        };
    }

    private Part part(engine engine, int number) {
        memory mean = new memory(primitives.statistics(), engine);
        memory variance = new memory(primitives.statistics(), engine);
        Part part = new Part(
                new IntMemoryMap(), new IntMemoryMap(), new IntMemoryMap(), tensors.channels(0), tensors.channels(0));
        for (IntMemoryMap arguments : List.of(part.forward, part.evaluation)) {
            arguments.put(DNNL_ARG_SRC, tensors.part(x, number));
            arguments.put(DNNL_ARG_DST, tensors.part(y, number));
            put(arguments, DNNL_ARG_SCALE, problem.weight());
            put(arguments, DNNL_ARG_SHIFT, problem.bias());
        }
        part.forward.put(DNNL_ARG_MEAN, mean);
        part.forward.put(DNNL_ARG_VARIANCE, variance);
        if (tracked) {
            part.evaluation.put(DNNL_ARG_MEAN, tensors.channels(problem.means()));
            part.evaluation.put(DNNL_ARG_VARIANCE, tensors.channels(problem.variances()));
        }
        part.backward.put(DNNL_ARG_SRC, tensors.part(x, number));
        part.backward.put(DNNL_ARG_DIFF_DST, tensors.part(dy, number));
        part.backward.put(DNNL_ARG_DIFF_SRC, tensors.part(dx, number));
        part.backward.put(DNNL_ARG_MEAN, mean);
        part.backward.put(DNNL_ARG_VARIANCE, variance);
        put(part.backward, DNNL_ARG_SCALE, problem.weight());
        part.backward.put(DNNL_ARG_DIFF_SCALE, part.dweight);
        part.backward.put(DNNL_ARG_DIFF_SHIFT, part.dbias);
        return part;
    }

    private void put(IntMemoryMap arguments, int name, Optional<Tensor> parameter) {
        parameter.ifPresent(values -> arguments.put(name, tensors.channels(values.toArray())));
    }

    @Override
    public Optional<Runnable> task(Pass pass) {
        if (pass == Pass.BACKWARD && !hasBackward()) {
            return Optional.empty();
        }
        run(primitives.forward(), parts.stream().map(Part::forward).toList());
        return Optional.of(
                switch (pass) {
                    case FORWARD -> task(primitives.forward(), Part::forward);
                    case EVALUATION -> task(primitives.evaluation(), Part::evaluation);
                    case BACKWARD -> task(primitives.backward(), Part::backward);
                });
    }

    private boolean hasBackward() {
        return tensors.form().kind() != Form.Kind.GROUP;
    }

    private Runnable task(primitive primitive, Function<Part, IntMemoryMap> arguments) {
        List<IntMemoryMap> all = parts.stream().map(arguments).toList();
        return () -> run(primitive, all);
    }

    private void run(primitive primitive, List<IntMemoryMap> arguments) {
        for (IntMemoryMap some : arguments) {
            primitive.execute(stream, some);
        }
        stream._wait();
    }

    @Override
    public Map<Result, double[]> results() {
        task(Pass.FORWARD).orElseThrow().run();
        task(Pass.BACKWARD).ifPresent(Runnable::run);
        int count = problem.x().shape().count();
        Map<Result, double[]> results = new EnumMap<>(Result.class);
        results.put(Result.OUTPUT, DnnlTensors.read(y, count));
        if (tracked) {
            task(Pass.EVALUATION).ifPresent(Runnable::run);
            results.put(Result.EVALUATED, DnnlTensors.read(y, count));
        }
        if (hasBackward()) {
            results.put(Result.INPUT_GRADIENT, DnnlTensors.read(dx, count));
            problem.weight().ifPresent(w -> results.put(Result.WEIGHT_GRADIENT, summed(Part::dweight, w)));
            problem.bias().ifPresent(b -> results.put(Result.BIAS_GRADIENT, summed(Part::dbias, b)));
        }
        return results;
    }

    /** Sums the gradients of repeated entries and of all parts. */
    private double[] summed(Function<Part, memory> gradient, Tensor parameter) {
        int entries = parameter.shape().count();
        double[] sums = new double[entries];
        for (Part part : parts) {
            double[] all = DnnlTensors.read(gradient.apply(part), tensors.form().channels());
            for (int i = 0; i < all.length; i++) {
                sums[i % entries] += all[i];
            }
        }
        return sums;
    }

    @Override
    public void close() {
        List.of(x, y, dy, dx).forEach(memory::close);
    }
}
