package org.normlab.report.train;

import java.util.List;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.report.data.Dataset;
import org.normlab.report.data.Symbols;
import org.normlab.report.trial.Field;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Trial;

/**
 * Refuses what nothing in a training would heed: trials of other words would be the same training, and a study of them would
 * show that the words do not matter.
 *
 * @param trial the words
 */
record Unheeded(Trial trial) {
    private static final List<String> PER_EXAMPLE = List.of("layer", "rms");

    void refuse(Dataset dataset) {
        boolean recurrent = RecurrentBlueprint.isFor(trial);
        refuse(recurrent, Fields.ACTIVATION, "does not change the nonlinearities of a cell");
        refuse(recurrent, Fields.PLACEMENT, "does not move the norms of a cell");
        refuse(!hasDefinitions(), Fields.DEFINITION, "is for layer and rms in an lstm alone");
        refuse(trial.get(Fields.OPTIMIZER).equals("adam"), Fields.MOMENTUM, "is not adam's, which has its own");
        refuse(dataset.examples() instanceof Symbols, Fields.INPUT_SCALE, "scales no symbols");
    }

    private boolean hasDefinitions() {
        return trial.get(Fields.NETWORK).equals("lstm") && PER_EXAMPLE.contains(trial.get(Fields.NORM));
    }

    private void refuse(boolean idle, Field<?> field, String why) {
        if (idle && !trial.get(field).equals(field.standard())) {
            throw NormException.about(Kind.OPTION, trial.get(Fields.NETWORK), field.name(), trial.get(field))
                    .because(why, "leave it out");
        }
    }
}
