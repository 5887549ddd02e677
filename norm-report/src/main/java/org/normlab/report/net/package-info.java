/**
 * Networks as rows of small pieces with forward and backward, and the matrix product they stand on. In reading order:
 *
 * <ul>
 *   <li>{@link org.normlab.report.net.Piece}: a function of one tensor with its derivative; {@link
 *       org.normlab.report.net.Mode}: what a pass is for; {@link org.normlab.report.net.Parameter}: what is learned
 *   <li>{@link org.normlab.report.net.Networks}: architectures, from a {@link org.normlab.report.net.Recipe} for hidden layers;
 *       {@link org.normlab.report.net.Encoder}: the sizes of a transformer, whose pieces are {@code EncoderBlock}'s
 *   <li>{@link org.normlab.report.net.Network}: the row of pieces; {@link org.normlab.report.net.SoftmaxCrossEntropy}: its loss
 *   <li>{@link org.normlab.report.net.MatMul}: the one door to matrix products
 * </ul>
 *
 * <p>Training is float32, gradient checks are float64, through the same code. Images are channels last inside a network. Once
 * the same tensors come again, nothing is allocated. Not here: optimizers, data, random seeds.
 */
package org.normlab.report.net;
