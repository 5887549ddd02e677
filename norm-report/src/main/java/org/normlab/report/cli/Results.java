package org.normlab.report.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.normlab.core.Epsilon;
import org.normlab.core.Gradients;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.Stateful;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;
import org.normlab.report.data.NdArray;
import org.normlab.report.data.SafeTensors;
import org.normlab.report.text.Numbers;
import org.normlab.variants.transfer.State;

/**
 * What one pass leaves.
 *
 * @param prepared what it began with
 * @param x its input
 * @param output y
 * @param gradients of a loss, if one was given
 * @param state by name after the pass, running statistics among it, in the element types that are kept
 */
record Results(Prepared prepared, Tensor x, Tensor output, Optional<Gradients> gradients, Map<String, NdArray> state) {
    private static final String UPDATES = "num_batches_tracked";

    static Results of(Prepared prepared, Tensor x, Optional<Tensor> dy) {
        Normalized pass = prepared.forPass().forward(x);
        Optional<Gradients> gradients = dy.map(pass::backward);
        if (prepared.normalizer() instanceof Stateful stateful && prepared.mode() == Mode.train) {
            stateful.keep(pass.state());
            gradients.ifPresent(g -> stateful.keep(g.state()));
        }
        return new Results(prepared, x, pass.output(), gradients, state(prepared.normalizer(), prepared.after(pass)));
    }

    private static Map<String, NdArray> state(Normalizer normalizer, Optional<RunningMoments> running) {
        Map<String, NdArray> state = new TreeMap<>();
        State.of(normalizer, running)
                .forEach((name, tensor) -> state.put(
                        name,
                        name.equals(UPDATES) ? NdArray.of(new int[0], (long) tensor.get(0)) : NdArray.of(tensor)));
        return state;
    }

    /** What training moved besides parameters, in the input's element type; nothing after an evaluation. */
    Map<String, NdArray> moved() {
        Map<String, NdArray> moved = new LinkedHashMap<>();
        Normalizer normalizer = prepared.normalizer();
        boolean moves = normalizer instanceof Tracked || normalizer instanceof Stateful;
        state.forEach((name, array) -> {
            if (moves
                    && prepared.mode() == Mode.train
                    && !normalizer.parameters().containsKey(name)) {
                moved.put(name, name.equals(UPDATES) ? array : typed(array));
            }
        });
        return moved;
    }

    private NdArray typed(NdArray array) {
        double[] values = new double[array.count()];
        Arrays.setAll(values, array::get);
        Tensor tensor = x.like(org.normlab.core.Shape.of("C", values.length));
        tensor.copyFrom(values);
        return NdArray.of(tensor);
    }

    /** Parameters and state with the texts that say how to read them. */
    SafeTensors stored(String variant) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("normlab.state", "1");
        texts.put("normlab.variant", variant);
        if (prepared.normalizer() instanceof Tracked tracked) {
            texts.put("normlab.rule", tracked.rule().name());
        }
        Epsilon epsilon = prepared.normalizer().epsilon();
        texts.put("normlab.eps", Numbers.exact(epsilon.value()));
        texts.put("normlab.layout", x.shape().layout());
        return new SafeTensors(state, texts);
    }
}
