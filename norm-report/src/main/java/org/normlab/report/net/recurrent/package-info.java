/**
 * Recurrent layers over sequences of different lengths, normalized in every published way. In reading order:
 *
 * <ul>
 *   <li>{@link org.normlab.report.net.recurrent.RecurrentLayer}: what a layer is made of; {@link
 *       org.normlab.report.net.recurrent.Kind}: its equations; {@link org.normlab.report.net.recurrent.RecurrentNorm}: its norm
 *   <li>{@link org.normlab.report.net.recurrent.Recurrence}: the layer as a piece of a network, forward and back through time
 *   <li>{@code Ragged}: sequences without their padding, longest first, so that those alive at a step are the first rows; {@code Stack}
 *       and {@code Tape}: room for each step
 *   <li>{@code Drive}, of {@code Inflow} (W·x) and {@code Feedback} (U·h'): what drives the units; {@code Site}: a normalizer at its
 *       place; {@code Sites}: which places a norm has
 *   <li>{@code RnnCell}, {@code LstmCell}, {@code GruCell}: one step
 * </ul>
 *
 * <p>Not here: the arithmetic of normalization, which is {@link org.normlab.variants}'s, and the read-out.
 */
package org.normlab.report.net.recurrent;
