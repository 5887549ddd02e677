package org.normlab.report.train;

import java.util.List;
import java.util.Locale;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Trial;

/** From the words of a trial to how it is trained and judged. */
final class Plans {
    private static final String BATCH = "batch-";
    private static final double RMS_EPS = 1e-8;

    private Plans() {}

    static Plan of(Trial trial) {
        return new Plan(
                trial.get(Fields.BATCH_SIZE),
                trial.get(Fields.SAMPLES),
                trial.get(Fields.LEARNING_RATE),
                Schedule.valueOf(trial.get(Fields.SCHEDULE).toUpperCase(Locale.ROOT)),
                rule(trial),
                new Optimizer.Bounds(trial.get(Fields.WEIGHT_DECAY), trial.get(Fields.CLIP)),
                trial.get(Fields.POINTS),
                Mixing.valueOf(trial.get(Fields.ORDER).toUpperCase(Locale.ROOT)));
    }

    private static Rule rule(Trial trial) {
        return switch (trial.get(Fields.OPTIMIZER)) {
            case "adam" -> Adam.STANDARD;
            case "rmsprop" -> new RmsProp(trial.get(Fields.MOMENTUM), RMS_EPS);
            default -> new Sgd(trial.get(Fields.MOMENTUM));
        };
    }

    static List<Evaluation> evaluations(Trial trial) {
        return trial.get(Fields.EVALUATIONS).stream()
                .map(name -> evaluation(name, trial.get(Fields.BATCH_SIZE)))
                .toList();
    }

    private static Evaluation evaluation(String name, int batchSize) {
        return switch (name) {
            case "batch" -> new Evaluation.OfBatch(batchSize);
            case "running" -> Evaluation.RUNNING;
            case "precise" -> Evaluation.PRECISE;
            default -> new Evaluation.OfBatch(Integer.parseInt(name.substring(BATCH.length())));
        };
    }
}
