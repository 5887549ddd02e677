package org.normlab.report.study;

import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads {@code {tuning: 3, verdict: 10}}: the replicates to tune on, and those that count under the name of their phase.
 *
 * @param file the file, for complaints
 */
record ReplicatesReader(YamlFile file) {
    private static final String TUNING = "tuning";
    private static final int MOST = 1_000_000;

    Replicates read(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw file.about(node, "replicates", "this").because("is no mapping", "write {tuning: 3, verdict: 10}");
        }
        int tuning = Replicates.STANDARD.tuning();
        Optional<NodeTuple> counting = Optional.empty();
        for (NodeTuple entry : mapping.getValue()) {
            if (file.key(entry).equals(TUNING)) {
                tuning = count(entry, 0);
            } else if (counting.isEmpty()) {
                counting = Optional.of(entry);
            } else {
                throw file.about(entry.getKeyNode(), "replicates", file.key(entry))
                        .because("is a second phase that counts", "keep tuning and one other");
            }
        }
        return counting.map(entry -> phase(entry)).orElse(Replicates.STANDARD).withTuning(tuning);
    }

    private Replicates phase(NodeTuple entry) {
        String phase = file.key(entry);
        if (!phase.matches("[a-z]+") || phase.equals(Replicates.TUNE)) {
            throw file.about(entry.getKeyNode(), "phase", phase)
                    .because("is no phase that counts", "use verdict or quick");
        }
        return new Replicates(0, phase, count(entry, 1));
    }

    private int count(NodeTuple entry, int least) {
        Node node = entry.getValueNode();
        if (node instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.INT)
                && scalar.getValue().matches("[0-9]{1,7}")) {
            int count = Integer.parseInt(scalar.getValue());
            if (count >= least && count <= MOST) {
                return count;
            }
        }
        throw file.about(node, file.key(entry), node instanceof ScalarNode scalar ? scalar.getValue() : "this")
                .because("is no count", "use an integer from " + least + " to " + MOST);
    }
}
