/**
 * Other libraries as rivals and oracles, in the same JVM; for benchmarks and tests, never shipped.
 *
 * <ul>
 *   <li>{@link org.normlab.report.peers.LibTorch} and {@link org.normlab.report.peers.OneDnn}: the libraries
 *   <li>{@code Form}: a workload as the operations that both of them have
 *   <li>{@code Torch*}, {@code Dnnl*}: one operation a file
 * </ul>
 */
@NullMarked
package org.normlab.report.peers;

import org.jspecify.annotations.NullMarked;
