package org.normlab.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.normlab.report.trial.Field;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Text;
import org.normlab.report.trial.Trial;

/**
 * What is to be compared: a grid of arms, the learning rates to try and the replicates to run.
 *
 * @param name the name in the store
 * @param baseline the norm that others are compared with
 * @param grid the arms
 * @param rates the learning rates that tuning begins with
 * @param replicates how often
 */
public record Study(String name, String baseline, Grid grid, Rates rates, Replicates replicates) {
    private static final String BASE = "base.";
    private static final String AXIS = "axis.";

    /**
     * All arms.
     *
     * @return in stable order; their learning rates and replicates mean nothing
     */
    public List<Trial> arms() {
        return grid.arms();
    }

    /**
     * How many trials the study needs, if no grid of learning rates has to be extended.
     *
     * @return arms times trials an arm
     */
    public long trials() {
        return arms().stream().mapToLong(this::trials).sum();
    }

    private long trials(Trial arm) {
        long points = rates.of(arm).size();
        return replicates.tuning() == 0
                ? points * replicates.count()
                : points * replicates.tuning() + replicates.count();
    }

    /**
     * The study as text by key, all defaults written out, so that a later default cannot change it.
     *
     * @return what {@link #of} reads; keys do not depend on the form of the file
     */
    public SortedMap<String, String> definition() {
        SortedMap<String, String> text = new TreeMap<>();
        text.put("baseline", baseline);
        text.put("learning_rates", rates.text());
        text.put("replicates.tuning", String.valueOf(replicates.tuning()));
        text.put("replicates.phase", replicates.phase());
        text.put("replicates.count", String.valueOf(replicates.count()));
        Fields.all().forEach(field -> text.put(BASE + field.name(), grid.base().text(field)));
        grid.axes().forEach(axis -> text.put(AXIS + axis.field().name(), axis.text()));
        return text;
    }

    /**
     * Reads a study back from a store.
     *
     * @param name its name
     * @param definition what {@link #definition} wrote
     * @return the study
     */
    public static Study of(String name, SortedMap<String, String> definition) {
        SortedMap<String, String> base = new TreeMap<>();
        List<Axis> axes = new ArrayList<>();
        for (Field<?> field : Fields.all()) {
            base.put(field.name(), definition.getOrDefault(BASE + field.name(), ""));
            String axis = definition.getOrDefault(AXIS + field.name(), "");
            if (!axis.isEmpty()) {
                axes.add(Axis.parse(field, axis));
            }
        }
        Replicates replicates = new Replicates(
                Integer.parseInt(definition.getOrDefault("replicates.tuning", "0")),
                definition.getOrDefault("replicates.phase", ""),
                Integer.parseInt(definition.getOrDefault("replicates.count", "0")));
        return new Study(
                name,
                definition.getOrDefault("baseline", ""),
                new Grid(Trial.parse(Text.of(base)), axes),
                Rates.parse(definition.getOrDefault("learning_rates", "")),
                replicates);
    }
}
