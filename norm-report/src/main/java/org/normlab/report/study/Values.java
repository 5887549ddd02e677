package org.normlab.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.normlab.core.NormException;
import org.normlab.report.trial.Field;
import org.normlab.report.trial.Form;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads the values of fields from a study file: a text must be a text and a number a number, nothing is converted.
 *
 * @param file the file, for complaints
 * @param vocabulary the names that exist
 */
record Values(YamlFile file, Vocabulary vocabulary) {
    private static final Set<Tag> NUMBERS = Set.of(Tag.INT, Tag.FLOAT);

    /** The canonical text of one value of a field. */
    String read(Field<?> field, Node node) {
        String text = switch (field.form()) {
            case TEXT -> scalar(field, node, Set.of(Tag.STR));
            case INTEGER -> scalar(field, node, Set.of(Tag.INT));
            case REAL -> scalar(field, node, NUMBERS);
            case LIST -> String.join(" ", texts(field, node));
            case MAP -> options(field, node);
        };
        return canonical(field, node, text);
    }

    /** Whether a node holds several values of a field. */
    static boolean several(Field<?> field, Node node) {
        if (!(node instanceof SequenceNode list)) {
            return false;
        }
        return field.form() != Form.LIST
                || !list.getValue().isEmpty() && list.getValue().get(0) instanceof SequenceNode;
    }

    private String canonical(Field<?> field, Node node, String text) {
        String canonical = allowed(field, node, text);
        Optional<String> correction = vocabulary.correction(field, canonical);
        if (correction.isPresent()) {
            throw file.about(node, field.name(), text).because("does not exist", correction.get());
        }
        return canonical;
    }

    private String allowed(Field<?> field, Node node, String text) {
        try {
            return field.canonical(text);
        } catch (NormException e) {
            throw refuse(field, node, text);
        }
    }

    private String scalar(Field<?> field, Node node, Set<Tag> allowed) {
        if (node instanceof ScalarNode scalar && allowed.contains(scalar.getTag())) {
            return scalar.getValue();
        }
        throw refuse(field, node, shown(node));
    }

    private List<String> texts(Field<?> field, Node node) {
        if (!(node instanceof SequenceNode list)) {
            throw refuse(field, node, shown(node));
        }
        return list.getValue().stream()
                .map(each -> scalar(field, each, Set.of(Tag.STR)))
                .toList();
    }

    private String options(Field<?> field, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw refuse(field, node, shown(node));
        }
        List<String> options = new ArrayList<>();
        for (NodeTuple entry : mapping.getValue()) {
            options.add(file.key(entry) + "=" + scalar(field, entry.getValueNode(), NUMBERS));
        }
        return String.join(" ", options);
    }

    private NormException refuse(Field<?> field, Node node, String value) {
        return file.about(node, field.name(), value).because("is not allowed", "use " + field.range());
    }

    private static String shown(Node node) {
        return node instanceof ScalarNode scalar
                ? scalar.isPlain() ? scalar.getValue() : '"' + scalar.getValue() + '"'
                : node instanceof MappingNode ? "a mapping" : "a list";
    }
}
