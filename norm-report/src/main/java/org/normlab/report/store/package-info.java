/**
 * Keeps results: one row a finished trial, whatever its outcome, in SQLite or PostgreSQL through one SQL.
 *
 * <p>In reading order: {@link org.normlab.report.store.ResultStore} (the promises),
 * {@link org.normlab.report.store.Stores} (opens one by path or address), {@code SqlStore} (the statements),
 * {@code Engine} with {@code Sqlite} and {@code Postgres} (what the two do differently), {@code NativeLibrary} (SQLite
 * itself), {@code Schema} (tables, version, refusal of what is not ours), {@code Records} (a result as text with a digest),
 * {@code Claims} with {@code FileLocks} and {@code AdvisoryLocks} (who works on what: locks, not clocks), {@code Faults} (a
 * database's complaint in one line), {@link org.normlab.report.store.ResultTable} (rows for files and people).
 *
 * <p>Not here: which trials are needed and who runs them.
 */
@NullMarked
package org.normlab.report.store;

import org.jspecify.annotations.NullMarked;
