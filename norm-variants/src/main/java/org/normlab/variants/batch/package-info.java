/** Variants whose statistics join the examples of a batch. */
@NullMarked
package org.normlab.variants.batch;

import org.jspecify.annotations.NullMarked;
