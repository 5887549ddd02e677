package org.normlab.report.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.normlab.report.trial.Field;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Trial;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Collects a study from the tree of its file, entry by entry. */
final class StudyReader {
    private final YamlFile file;
    private final Values values;
    private final Map<Field<?>, Axis> axes = new TreeMap<>(Comparator.comparing(Fields.all()::indexOf));
    private final Set<String> varied = new HashSet<>();
    private Trial base = Trial.standard();
    private String name;
    private String baseline = "batch";
    private Rates rates = new Rates(List.of());
    private Replicates replicates = Replicates.STANDARD;

    StudyReader(YamlFile file, Vocabulary vocabulary) {
        this.file = file;
        this.values = new Values(file, vocabulary);
        this.name = file.name().replaceFirst("\\.(ya?ml|json)$", "");
    }

    Study study() {
        return new Study(name, baseline, new Grid(base, List.copyOf(axes.values())), rates, replicates);
    }

    void read(List<NodeTuple> entries) {
        entries.forEach(this::read);
    }

    private void read(NodeTuple entry) {
        Node value = entry.getValueNode();
        switch (file.key(entry)) {
            case "name" -> name = values.read("name", Fields.DATA, value);
            case "baseline" -> baseline = values.read("baseline", Fields.NORM, value);
            case "learning_rate", "learning_rates" -> rates = rates(value);
            case "replicates" -> replicates = new ReplicatesReader(file).read(value);
            default -> readField(entry);
        }
    }

    private Rates rates(Node node) {
        List<Double> given = new ArrayList<>();
        for (Node each : node instanceof SequenceNode list ? list.getValue() : List.of(node)) {
            given.add(Fields.LEARNING_RATE.read(values.read(Fields.LEARNING_RATE, each)));
        }
        if (given.isEmpty()) {
            throw file.about(node, "learning_rates", "an empty list")
                    .because("has no rate", "name one or leave the key out");
        }
        return new Rates(given);
    }

    private void readField(NodeTuple entry) {
        Field<?> field = field(entry);
        Node value = entry.getValueNode();
        if (Values.several(field, value)) {
            Axis axis = new Axis(field, choices(field, (SequenceNode) value));
            refuseVaried(axis, value);
            axes.put(field, axis);
        } else {
            base = base.withText(field, values.read(field, value));
        }
    }

    /** Of two lists that set one field, the second would win in silence. */
    private void refuseVaried(Axis axis, Node list) {
        Set<String> names = new TreeSet<>();
        axis.choices().forEach(choice -> names.addAll(choice.keySet()));
        for (String set : names) {
            if (!varied.add(set)) {
                throw file.about(list, set, "a list").because("is set by another list, too", "keep one");
            }
        }
    }

    private Field<?> field(NodeTuple entry) {
        Optional<Field<?>> field = StudyKeys.field(file.key(entry));
        return field.orElseThrow(() -> StudyKeys.unknown(file, entry));
    }

    private List<SortedMap<String, String>> choices(Field<?> field, SequenceNode list) {
        List<SortedMap<String, String>> choices = new ArrayList<>();
        for (Node node : list.getValue()) {
            SortedMap<String, String> choice = choice(field, node);
            if (choices.contains(choice)) {
                throw file.about(node, field.name(), String.join(" ", choice.values()))
                        .because("comes twice", "keep one");
            }
            choices.add(choice);
        }
        if (choices.isEmpty()) {
            throw file.about(list, field.name(), "an empty list")
                    .because("has no choice", "name one or leave the key out");
        }
        return choices;
    }

    /** A value of the field, or a mapping that sets the field and others with it. */
    private SortedMap<String, String> choice(Field<?> field, Node node) {
        if (!(node instanceof MappingNode mapping) || field.equals(Fields.NORM_OPTIONS)) {
            return Axis.choice(field, values.read(field, node));
        }
        SortedMap<String, String> choice = new TreeMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            Field<?> set = field(entry);
            if (choice.containsKey(set.name())) {
                throw file.about(entry.getKeyNode(), "key", file.key(entry)).because("comes twice", "keep one");
            }
            choice.put(set.name(), values.read(set, entry.getValueNode()));
        }
        if (!choice.containsKey(field.name())) {
            throw file.about(node, field.name(), "a mapping")
                    .because("does not set it", "write {" + field.name() + ": ...}");
        }
        return choice;
    }
}
