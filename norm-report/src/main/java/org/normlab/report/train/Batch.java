package org.normlab.report.train;

import org.normlab.core.Tensor;

/**
 * The examples of one step, in tensors that are used again and again.
 *
 * @param inputs examples first
 * @param labels the class of each
 * @param lengths the valid time steps of each
 */
record Batch(Tensor inputs, int[] labels, int[] lengths) {}
