/**
 * Numbers and tables as text: the leaf that every other package of the report may use.
 *
 * <ul>
 *   <li>{@link org.normlab.report.text.Numbers}: the one writer of doubles, exact for files and rounded for people
 *   <li>{@link org.normlab.report.text.Cell}: a value of a table, with both of its texts
 *   <li>{@link org.normlab.report.text.Table}: a header and rows of cells
 *   <li>{@link org.normlab.report.text.Csv}, {@link org.normlab.report.text.Markdown}, {@link
 *       org.normlab.report.text.Latex}: a table in the three formats that leave the tool
 *   <li>{@link org.normlab.report.text.Fold}: lines for a terminal of 80 columns
 *   <li>{@link org.normlab.report.text.Shareable}: texts without what is private to a machine
 *   <li>{@link org.normlab.report.text.AtomicFile}: a file written whole or not at all
 *   <li>{@link org.normlab.report.text.Sha256}: the digests by which trials, files and streams are told apart
 * </ul>
 *
 * <p>Not here: HTML, which the page's templates write.
 */
@NullMarked
package org.normlab.report.text;

import org.jspecify.annotations.NullMarked;
