package org.normlab.report.study;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Complaint;
import org.normlab.core.NormException.Kind;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The tree of a YAML 1.2 or JSON text, taken strictly: no tags, anchors and aliases, no key twice, 1 MiB and depth 64 at
 * most. Every complaint names line and column.
 *
 * @param name the file's name, for complaints
 */
record YamlFile(String name) {
    /** The most bytes or characters of a study. */
    static final int LONGEST = 1 << 20;

    private static final int DEEPEST = 64;

    /** The root of the tree, which must be a mapping. */
    MappingNode compose(String text) {
        LoadSettings settings =
                LoadSettings.builder().setLabel(name).setCodePointLimit(LONGEST).build();
        try {
            check(new Parse(settings).parseString(text));
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                refuseRepeated(mapping);
                return mapping;
            }
        } catch (MarkedYamlEngineException e) {
            throw at(e.getProblemMark(), "text", "here")
                    .because("is no YAML: " + oneLine(e.getProblem()), "mend the text");
        } catch (YamlEngineException e) {
            throw at(Optional.empty(), "text", "here")
                    .because("is no YAML: " + oneLine(String.valueOf(e.getMessage())), "mend the text");
        }
        throw at(Optional.empty(), "text", "this").because("has no keys", "write lines KEY: VALUE");
    }

    /** Before the tree is built: this pass needs no memory and no stack. */
    private void check(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                throw at(event.getStartMark(), "depth", depth).because("is more than " + DEEPEST, "nest less");
            }
            if (event instanceof AliasEvent
                    || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
                throw at(event.getStartMark(), "text", "an anchor or alias")
                        .because("is not allowed", "write the value out");
            }
            if (tag(event).isPresent()) {
                throw at(event.getStartMark(), "tag", tag(event).get()).because("is not allowed", "leave the tag out");
            }
        }
    }

    private static Optional<String> tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
    }

    private void refuseRepeated(Node node) {
        if (node instanceof MappingNode mapping) {
            refuseRepeated(mapping);
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(this::refuseRepeated);
        }
    }

    private void refuseRepeated(MappingNode mapping) {
        Set<String> seen = new HashSet<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!seen.add(key(entry))) {
                throw about(entry.getKeyNode(), "key", key(entry)).because("comes twice", "keep one");
            }
            refuseRepeated(entry.getValueNode());
        }
    }

    /** The name of an entry of a mapping. */
    String key(NodeTuple entry) {
        if (entry.getKeyNode() instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw about(entry.getKeyNode(), "key", "a list or mapping").because("is no name", "write KEY: VALUE");
    }

    /** Starts a complaint about a place in the text. */
    Complaint about(Node node, String argument, Object value) {
        return at(node.getStartMark(), argument, value);
    }

    private Complaint at(Optional<Mark> mark, String argument, Object value) {
        String place = mark.map(m -> m.getName() + ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1))
                .orElse(name);
        return NormException.about(Kind.OPTION, place, argument, value);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
