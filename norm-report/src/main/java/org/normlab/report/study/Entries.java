package org.normlab.report.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * What a study sets: the entries of its file, those of a budget among them, and what replaces them. Two names of one setting
 * are the same here.
 *
 * @param file the file, for complaints
 */
record Entries(YamlFile file) {
    private static final String BUDGET = "budget";

    /** An entry a setting; overrides come last. */
    List<NodeTuple> of(MappingNode root, Map<String, String> overrides) {
        List<NodeTuple> more = new ArrayList<>();
        overrides.forEach((key, value) -> {
            MappingNode override = new YamlFile("--set " + key).compose(key + ": " + value);
            more.addAll(flat(override).toList());
        });
        Set<String> replaced = more.stream().map(this::setting).collect(Collectors.toSet());
        List<NodeTuple> all = Stream.concat(
                        flat(root).filter(entry -> !replaced.contains(setting(entry))), more.stream())
                .toList();
        refuseRepeated(all);
        return all;
    }

    private String setting(NodeTuple entry) {
        return StudyKeys.setting(file.key(entry));
    }

    private Stream<NodeTuple> flat(MappingNode root) {
        return root.getValue().stream()
                .flatMap(entry -> file.key(entry).equals(BUDGET) ? budget(entry) : Stream.of(entry));
    }

    private Stream<NodeTuple> budget(NodeTuple entry) {
        if (!(entry.getValueNode() instanceof MappingNode mapping)) {
            throw file.about(entry.getValueNode(), BUDGET, "this").because("is no mapping", "write {samples: 32768}");
        }
        mapping.getValue().forEach(inner -> {
            if (StudyKeys.field(file.key(inner)).isEmpty()) {
                throw StudyKeys.unknown(file, inner);
            }
        });
        return mapping.getValue().stream();
    }

    private void refuseRepeated(List<NodeTuple> entries) {
        Set<String> seen = new HashSet<>();
        for (NodeTuple entry : entries) {
            if (!seen.add(setting(entry))) {
                throw file.about(entry.getKeyNode(), "key", file.key(entry))
                        .because("sets " + setting(entry) + " a second time", "keep one");
            }
        }
    }
}
