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
        return read(field.name(), field, node);
    }

    /** The canonical text of a value that a key takes as a field does. */
    String read(String key, Field<?> field, Node node) {
        String text = switch (field.form()) {
            case TEXT -> scalar(key, field, node, Set.of(Tag.STR));
            case INTEGER -> scalar(key, field, node, Set.of(Tag.INT));
            case REAL -> scalar(key, field, node, NUMBERS);
            case LIST -> String.join(" ", texts(key, field, node));
            case MAP -> options(key, field, node);
        };
        return canonical(key, field, node, text);
    }

    /** Whether a node holds several values of a field. */
    static boolean several(Field<?> field, Node node) {
        if (!(node instanceof SequenceNode list)) {
            return false;
        }
        return field.form() != Form.LIST
                || !list.getValue().isEmpty() && list.getValue().get(0) instanceof SequenceNode;
    }

    private String canonical(String key, Field<?> field, Node node, String text) {
        String canonical = allowed(key, field, node, text);
        Optional<String> correction = vocabulary.correction(field, canonical);
        if (correction.isPresent()) {
            throw file.about(node, key, text).because("does not exist", correction.get());
        }
        return canonical;
    }

    private String allowed(String key, Field<?> field, Node node, String text) {
        try {
            return field.canonical(text);
        } catch (NormException e) {
            throw refuse(key, field, node, text.isEmpty() ? shown(node) : text);
        }
    }

    private String scalar(String key, Field<?> field, Node node, Set<Tag> allowed) {
        if (node instanceof ScalarNode scalar && allowed.contains(scalar.getTag())) {
            return scalar.getValue();
        }
        throw refuse(key, field, node, shown(node));
    }

    private List<String> texts(String key, Field<?> field, Node node) {
        if (!(node instanceof SequenceNode list)) {
            throw refuse(key, field, node, shown(node));
        }
        return list.getValue().stream()
                .map(each -> scalar(key, field, each, Set.of(Tag.STR)))
                .toList();
    }

    private String options(String key, Field<?> field, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw refuse(key, field, node, shown(node));
        }
        List<String> options = new ArrayList<>();
        for (NodeTuple entry : mapping.getValue()) {
            options.add(file.key(entry) + "=" + scalar(key, field, entry.getValueNode(), NUMBERS));
        }
        return String.join(" ", options);
    }

    private NormException refuse(String key, Field<?> field, Node node, String value) {
        return file.about(node, key, value).because("is not allowed", "use " + field.range());
    }

    private static boolean isEmptyList(Node node) {
        return node instanceof SequenceNode list && list.getValue().isEmpty();
    }

    private static String shown(Node node) {
        return node instanceof ScalarNode scalar
                ? scalar.isPlain() ? scalar.getValue() : '"' + scalar.getValue() + '"'
                : node instanceof MappingNode ? "a mapping" : isEmptyList(node) ? "an empty list" : "a list";
    }
}
