package org.normlab.report.net.recurrent;

import org.normlab.report.net.Recipe;

/**
 * What a recurrent layer is made of.
 *
 * @param kind which layer
 * @param units elements of the state
 * @param norm how it is normalized
 * @param steps how many steps have running moments of their own: the longest length in training
 * @param noise standard deviation of the first state in training, against steps without any variance; 0 otherwise
 * @param start how the first parameters are drawn
 */
public record RecurrentLayer(Kind kind, int units, RecurrentNorm norm, int steps, double noise, Recipe.Start start) {}
