/** The variants: one small file each, its axes and its departure. */
@NullMarked
package org.normlab.variants;

import org.jspecify.annotations.NullMarked;
