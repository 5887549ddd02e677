/** Variants whose outputs depend on their own example alone. */
@NullMarked
package org.normlab.variants.example;

import org.jspecify.annotations.NullMarked;
