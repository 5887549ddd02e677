package org.normlab.report.peers;

import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl.normalization_flags;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.group_normalization_backward;
import org.bytedeco.dnnl.group_normalization_forward;
import org.bytedeco.dnnl.layer_normalization_backward;
import org.bytedeco.dnnl.layer_normalization_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;

/**
 * oneDNN's three passes of one operation.
 *
 * @param forward in training
 * @param evaluation with given statistics if {@code fixed}, else with those of the input
 * @param backward of the forward in training
 * @param statistics what mean and variance look like
 */
record DnnlPrimitives(primitive forward, primitive evaluation, primitive backward, memory.desc statistics) {

    /**
     * What a primitive is made for.
     *
     * @param engine where it runs
     * @param data what x, y and their gradients look like
     * @param eps added to the variance
     * @param affine flags for weight and bias
     * @param fixed flags for given statistics in evaluation
     */
    record Request(engine engine, memory.desc data, float eps, int affine, int fixed) {}

    private static final int TRAINING = prop_kind.forward_training.value;
    private static final int INFERENCE = prop_kind.forward_inference.value;
    private static final int BACKWARD = prop_kind.backward.value;

    static final int SCALE = normalization_flags.use_scale.value;
    static final int SHIFT = normalization_flags.use_shift.value;
    static final int GIVEN = normalization_flags.use_global_stats.value;

    static DnnlPrimitives batch(Request r) {
        var training =
                new batch_normalization_forward.primitive_desc(r.engine, TRAINING, r.data, r.data, r.eps, r.affine);
        var inference = new batch_normalization_forward.primitive_desc(
                r.engine, INFERENCE, r.data, r.data, r.eps, r.affine | r.fixed);
        var backward = new batch_normalization_backward.primitive_desc(
                r.engine, BACKWARD, r.data, r.data, r.data, r.eps, r.affine, training);
        return new DnnlPrimitives(
                new batch_normalization_forward(training),
                new batch_normalization_forward(inference),
                new batch_normalization_backward(backward),
                training.mean_desc());
    }

    static DnnlPrimitives layer(Request r, memory.desc statistics) {
        var training = new layer_normalization_forward.primitive_desc(
                r.engine, TRAINING, r.data, r.data, statistics, r.eps, r.affine);
        var inference = new layer_normalization_forward.primitive_desc(
                r.engine, INFERENCE, r.data, r.data, statistics, r.eps, r.affine);
        var backward = new layer_normalization_backward.primitive_desc(
                r.engine, BACKWARD, r.data, r.data, r.data, statistics, r.eps, r.affine, training);
        return new DnnlPrimitives(
                new layer_normalization_forward(training),
                new layer_normalization_forward(inference),
                new layer_normalization_backward(backward),
                statistics);
    }

    static DnnlPrimitives group(Request r, int groups) {
        var training = new group_normalization_forward.primitive_desc(
                r.engine, TRAINING, r.data, r.data, groups, r.eps, r.affine);
        var inference = new group_normalization_forward.primitive_desc(
                r.engine, INFERENCE, r.data, r.data, groups, r.eps, r.affine);
        var backward = new group_normalization_backward.primitive_desc(
                r.engine, BACKWARD, r.data, r.data, r.data, groups, r.eps, r.affine, training);
        return new DnnlPrimitives(
                new group_normalization_forward(training),
                new group_normalization_forward(inference),
                new group_normalization_backward(backward),
                training.mean_desc());
    }
}
