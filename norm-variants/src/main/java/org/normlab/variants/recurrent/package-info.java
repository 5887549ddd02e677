/** Pieces of recurrent networks, and variants that are approximate by design. */
@NullMarked
package org.normlab.variants.recurrent;

import org.jspecify.annotations.NullMarked;
