package org.normlab.report.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.normlab.core.NormException;
import org.normlab.core.Tensor;
import org.normlab.report.net.Network;
import org.normlab.report.net.Parameter;
import org.normlab.report.trial.Curve;

/** One training run. Uses no clock and shares nothing, so the same task gives the same bits on any machine and thread. */
public final class Training {
    /** Enough to judge the fit to the training samples, which nothing is chosen by. */
    private static final int JUDGED_SAMPLES = 2048;

    private final Task task;
    private final Network network;
    private final Plan plan;
    private final Evaluator evaluator;
    private final Batch batch;
    private final Optimizer optimizer;
    private final List<TrainingResult.Point> curve = new ArrayList<>();
    private double lossSincePoint;
    private long stepsSincePoint;

    private Training(Task task) {
        this.task = task;
        network = task.network();
        plan = task.plan();
        evaluator = new Evaluator(network);
        batch = task.data().train().batch(plan.batchSize());
        optimizer = new Optimizer(plan.rule(), plan.bounds(), network.parameters());
    }

    /** Told of every step, so that a caller may show progress, or stop the run by an exception of its own. */
    @FunctionalInterface
    public interface Observer {
        /** Watches nothing. */
        Observer NONE = (done, steps) -> {};

        /**
         * A step was taken.
         *
         * @param done steps taken so far
         * @param steps steps of the whole run
         */
        void stepped(long done, long steps);
    }

    /**
     * Trains and judges.
     *
     * @param task what to do; its network is trained in place
     * @param observer told of every step
     * @return what became of it
     * @throws NormException if the norm has no meaning for the batch, such as a single value in each statistic
     */
    public static TrainingResult run(Task task, Observer observer) {
        return new Training(task).run(observer);
    }

    private TrainingResult run(Observer observer) {
        double initialLoss = evaluator
                .score(task.data().train().first(JUDGED_SAMPLES), new Evaluation.OfBatch(plan.batchSize()))
                .loss();
        TimeProfiles profiles = new TimeProfiles(task);
        List<Curve> atStart = profiles.atStart();
        Order order = new Order(task.streams(), task.data().train().labels(), plan);
        int[] rows = new int[plan.batchSize()];
        Optional<TrainingResult.Divergence> divergence = Optional.empty();
        long done = 0;
        while (done < plan.steps() && divergence.isEmpty()) {
            order.next(rows);
            task.data().train().gather(rows, batch);
            divergence = step(done++);
            observer.stepped(done, plan.steps());
        }
        Optional<Long> valuesPerStatistic = network.valuesPerStatistic();
        return new TrainingResult(
                initialLoss,
                done,
                List.copyOf(curve),
                divergence.isEmpty() ? scores() : List.of(),
                divergence.isEmpty() ? profiles.after(atStart) : List.of(),
                valuesPerStatistic,
                divergence);
    }

    private Optional<TrainingResult.Divergence> step(long step) {
        network.lengths(batch.lengths());
        double loss = network.lossAndGradients(batch.inputs(), batch.labels());
        if (Double.isFinite(loss)) {
            optimizer.step(plan.rate() * plan.schedule().factor(step, plan.steps()));
        }
        lossSincePoint += loss;
        stepsSincePoint++;
        boolean point = plan.isPoint(step + 1);
        if (!Double.isFinite(loss) || point || step + 1 == plan.steps()) {
            Optional<TrainingResult.Divergence> divergence = divergence(step, loss);
            if (divergence.isPresent()) {
                return divergence;
            }
        }
        if (point) {
            addPoint(step + 1);
        }
        return Optional.empty();
    }

    private Optional<TrainingResult.Divergence> divergence(long step, double loss) {
        Optional<String> tensor = network.parameters().stream()
                .filter(p -> !isFinite(p.value()))
                .map(Parameter::name)
                .findFirst();
        return tensor.or(() -> Double.isFinite(loss) ? Optional.empty() : Optional.of("loss"))
                .map(name -> new TrainingResult.Divergence(step, name));
    }

    private static boolean isFinite(Tensor tensor) {
        for (int i = 0; i < tensor.shape().count(); i++) {
            if (!Double.isFinite(tensor.get(i))) {
                return false;
            }
        }
        return true;
    }

    private void addPoint(long done) {
        Score validation = evaluator.score(task.data().validation(), Evaluation.RUNNING);
        double trainLoss = lossSincePoint / stepsSincePoint;
        curve.add(new TrainingResult.Point(done * plan.batchSize(), trainLoss, validation));
        lossSincePoint = 0;
        stepsSincePoint = 0;
    }

    private List<TrainingResult.Scores> scores() {
        if (network.hasRunningMoments()) {
            return task.evaluations().stream().map(this::scores).toList();
        }
        return Collections.nCopies(
                task.evaluations().size(), scores(task.evaluations().get(0)));
    }

    private TrainingResult.Scores scores(Evaluation evaluation) {
        if (evaluation.equals(Evaluation.PRECISE)) {
            evaluator.gather(task.data().train(), plan.batchSize());
        }
        return new TrainingResult.Scores(
                evaluator.score(task.data().train().first(JUDGED_SAMPLES), evaluation),
                evaluator.score(task.data().validation(), evaluation),
                evaluator.score(task.data().test(), evaluation));
    }
}
