/**
 * What passes between normalizers and the world: folding into the layer before ({@link org.normlab.variants.transfer.Fold}), named state
 * ({@link org.normlab.variants.transfer.State}), and what frameworks mean by the same words
 * ({@link org.normlab.variants.transfer.Convention}).
 */
@NullMarked
package org.normlab.variants.transfer;

import org.jspecify.annotations.NullMarked;
