/**
 * Random draws that depend on names alone: never on time, thread, order of trials or a shared generator.
 *
 * <p>In reading order: {@link org.normlab.report.random.Streams} (a root seed and named fields give a stream),
 * {@link org.normlab.report.random.Stream} (uniform, Gaussian, bounded and permuted draws).
 */
package org.normlab.report.random;
