package org.normlab.report.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.normlab.report.trial.Curve;
import org.normlab.report.trial.Ending;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Measures;
import org.normlab.report.trial.Provenance;
import org.normlab.report.trial.Release;
import org.normlab.report.trial.Timing;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/** Writes a finished training down as the result of its trial. */
final class Written {
    private Written() {}

    static TrialResult of(Trial trial, Material material, TrainingResult trained) {
        Ending ending = trained.divergence()
                .map(divergence -> Ending.diverged(divergence.step(), divergence.tensor()))
                .orElse(Ending.OK);
        Measures measures = new Measures(numbers(trial, trained), curves(trained));
        return new TrialResult(trial, ending, measures, provenance(trial, material), Timing.NONE);
    }

    private static SortedMap<String, Double> numbers(Trial trial, TrainingResult trained) {
        SortedMap<String, Double> numbers = new TreeMap<>();
        numbers.put(Measures.INITIAL_LOSS, trained.initialLoss());
        numbers.put(Measures.STEPS, (double) trained.steps());
        trained.valuesPerStatistic().ifPresent(m -> numbers.put(Measures.VALUES_PER_STATISTIC, (double) m));
        List<String> evaluations = trial.get(Fields.EVALUATIONS);
        for (int i = 0; i < trained.scores().size(); i++) {
            TrainingResult.Scores scores = trained.scores().get(i);
            if (i == 0) {
                numbers.put(Measures.TEST_ERROR, scores.test().error());
                numbers.put(Measures.TEST_LOSS, scores.test().loss());
                numbers.put(Measures.TRAIN_ERROR, scores.train().error());
                numbers.put(Measures.TRAIN_LOSS, scores.train().loss());
                numbers.put(Measures.VALIDATION_ERROR, scores.validation().error());
                numbers.put(Measures.VALIDATION_LOSS, scores.validation().loss());
            } else {
                numbers.put(
                        Measures.testErrorUnder(evaluations.get(i)),
                        scores.test().error());
            }
        }
        return numbers;
    }

    private static List<Curve> curves(TrainingResult trained) {
        List<Curve> curves = new ArrayList<>();
        curves.add(curve(Measures.TRAIN_LOSS, trained, TrainingResult.Point::trainLoss));
        curves.add(curve(
                Measures.VALIDATION_ERROR, trained, point -> point.validation().error()));
        curves.add(curve(
                Measures.VALIDATION_LOSS, trained, point -> point.validation().loss()));
        curves.addAll(trained.profiles());
        return curves;
    }

    private static Curve curve(String name, TrainingResult trained, ToDoubleFunction<TrainingResult.Point> value) {
        return new Curve(
                name,
                trained.curve().stream()
                        .mapToDouble(TrainingResult.Point::samples)
                        .toArray(),
                trained.curve().stream().mapToDouble(value).toArray());
    }

    private static Provenance provenance(Trial trial, Material material) {
        SortedMap<String, String> facts = new TreeMap<>();
        if (RecurrentBlueprint.isFor(trial)) {
            facts.put(Provenance.DEFINITION, new RecurrentBlueprint(trial, material).label());
        }
        facts.put("program", Release.name());
        facts.put("data_source", material.dataset().origin().source());
        facts.put(Provenance.DATA_SHA256, material.dataset().origin().sha256());
        facts.put("data_licence", material.dataset().origin().licence());
        facts.put("split", material.dataset().splitRule());
        facts.put("random_generator", "L64X128MixRandom");
        return new Provenance(facts);
    }
}
