package org.normlab.report.data;

/**
 * The examples to train on, to tune on and to judge by; each example is in one part at most.
 *
 * @param train ascending; not to be modified
 * @param validation ascending; not to be modified
 * @param test ascending; not to be modified
 */
public record Split(int[] train, int[] validation, int[] test) {}
