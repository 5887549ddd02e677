/**
 * Labelled examples from the tool's own files or the user's, and how they are divided. In reading order:
 *
 * <ul>
 *   <li>{@link org.normlab.report.data.Dataset}: examples, labels, origin, split rule; immutable
 *   <li>{@link org.normlab.report.data.Examples}: {@link org.normlab.report.data.Dense} tensors or strings of {@link
 *       org.normlab.report.data.Symbols}
 *   <li>{@link org.normlab.report.data.Labels}, {@link org.normlab.report.data.Origin}: classes; name, digest, licence
 *   <li>{@link org.normlab.report.data.Split}: training, validation and test part of one replicate
 *   <li>{@link org.normlab.report.data.View}: images pooled, flat or as sequences
 *   <li>{@link org.normlab.report.data.DataSource}: what {@code --data} names: {@link org.normlab.report.data.Bundled} sets,
 *       fetched {@link org.normlab.report.data.FullSet}s, the user's files
 *   <li>{@link org.normlab.report.data.Npy}, {@link org.normlab.report.data.Npz}, {@link
 *       org.normlab.report.data.SafeTensors}: files of {@link org.normlab.report.data.NdArray}s, read and written
 *   <li>inside: Content, Output and Refusal, one safe way to read, to write and to complain; Idx, Csv, Cifar, ImageDirectory, a format each;
 *       SplitRule and Scaling; Download
 * </ul>
 *
 * <p>Whatever is wrong with a file becomes a {@link org.normlab.core.NormException} of one line that names the file, the
 * place, the value and the mend; memory never grows beyond a fixed multiple of what a file really holds. Not here: random
 * draws (the caller gives each replicate's order), networks, batches in training order.
 */
@NullMarked
package org.normlab.report.data;

import org.jspecify.annotations.NullMarked;
