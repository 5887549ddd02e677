package org.normlab.report.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.normlab.core.Gradients;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;

/** This library as a rival: passes over the same tensors again and again, which allocate nothing. */
final class Ours implements Rival {
    static final String NAME = "ours";

    private final Problem problem;
    private final Tensor y;

    Ours(Problem problem) {
        this.problem = problem;
        this.y = problem.x().like(problem.x().shape());
    }

    @Override
    public Optional<Runnable> task(Pass pass) {
        return Optional.of(
                switch (pass) {
                    case FORWARD -> again(problem.norm());
                    case EVALUATION -> again(evaluated());
                    case BACKWARD -> backward();
                });
    }

    private Runnable again(Normalizer norm) {
        Normalized pass = norm.forward(problem.x(), y);
        return pass::again;
    }

    private Normalizer evaluated() {
        return problem.norm() instanceof Tracked tracked ? tracked.frozen(problem.running()) : problem.norm();
    }

    private Runnable backward() {
        Normalized pass = problem.norm().forward(problem.x(), y);
        Gradients gradients = pass.gradients();
        return () -> pass.backward(problem.dy(), gradients);
    }

    @Override
    public Map<Result, double[]> results() {
        Normalized pass = problem.norm().forward(problem.x(), y);
        Gradients gradients = pass.backward(problem.dy());
        Map<Result, double[]> results = new EnumMap<>(Result.class);
        results.put(Result.OUTPUT, y.toArray());
        results.put(Result.INPUT_GRADIENT, gradients.input().toArray());
        problem.weight().ifPresent(w -> results.put(Result.WEIGHT_GRADIENT, parameter(gradients, "weight")));
        problem.bias().ifPresent(b -> results.put(Result.BIAS_GRADIENT, parameter(gradients, "bias")));
        if (problem.norm() instanceof Tracked tracked) {
            RunningMoments moved = tracked.track(problem.running(), pass, tracked.start());
            Problem after = new Problem(problem.workload(), tracked, problem.x(), problem.dy(), moved);
            results.put(
                    Result.EVALUATED, evaluated().forward(problem.x()).output().toArray());
            results.put(Result.RUNNING_MEAN, after.means());
            results.put(Result.RUNNING_VARIANCE, after.variances());
        }
        return results;
    }

    private static double[] parameter(Gradients gradients, String name) {
        return gradients.parameter(name).toArray();
    }

    @Override
    public void close() {
        // arrays are the garbage collector's
    }
}
