/**
 * The command line.
 *
 * <ol>
 *   <li>{@link org.normlab.report.cli.Main}: the list of commands, the exit codes, the one error line.
 * </ol>
 */
@NullMarked
package org.normlab.report.cli;

import org.jspecify.annotations.NullMarked;
