/**
 * The command line.
 *
 * <ol>
 *   <li>{@link org.normlab.report.cli.Main}: the list of commands and the exit codes.
 *   <li>{@code CompareCommand, RunCommand, PlanCommand, ExportCommand, ApplyCommand, CheckCommand, ListCommand, ExplainCommand,
 *       DataCommand}: a file each.
 *   <li>{@code Output, Complaints}: the answer on stdout as text or JSON, and how a command fails.
 *   <li>{@code Catalogue, StudyInput, Workers, Retry}: options that several commands share; {@code Typed}: what was typed.
 *   <li>{@code Layout, Given, Prepared, Results, Written}: the steps of {@code norm apply}, from files to files.
 *   <li>{@code Listing, DataListing, AxesByLayout, Frameworks, Topics}: what lists and explanations say.
 *   <li>{@code Columns, Decimal, Json}: text in columns, numbers in it, and documents.
 *   <li>{@link org.normlab.report.cli.law.Laws}: what {@code norm check} tests.
 * </ol>
 */
@NullMarked
package org.normlab.report.cli;

import org.jspecify.annotations.NullMarked;
