/**
 * The report: sections and blocks become one HTML file.
 *
 * <ul>
 *   <li>{@link org.normlab.report.page.Page}: a title and sections; writes itself
 *   <li>{@link org.normlab.report.page.Section}: a heading and blocks
 *   <li>{@link org.normlab.report.page.Block}: every kind of content that a page knows
 *   <li>{@link org.normlab.report.page.VerdictCard}: an answer at a glance
 *   <li>{@link org.normlab.report.page.Kit}: style sheet, script, policy; for the templates
 * </ul>
 *
 * <p>The templates are in {@code src/main/jte} and compiled by the build; style sheet and script are resources beside this
 * package. Not here: what a page says. That is decided by who makes the sections.
 */
@NullMarked
package org.normlab.report.page;

import org.jspecify.annotations.NullMarked;
