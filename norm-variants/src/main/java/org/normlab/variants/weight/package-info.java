/**
 * Normalizations of a layer's weights: the input is the weight tensor, with one row an output channel along axis 0, and statistics run over
 * the fan-in, all other axes.
 */
@NullMarked
package org.normlab.variants.weight;

import org.jspecify.annotations.NullMarked;
