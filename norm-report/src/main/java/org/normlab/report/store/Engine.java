package org.normlab.report.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedMap;
import org.normlab.core.NormException;

/** What SQLite and PostgreSQL do differently: an open connection and the words around the common SQL. */
interface Engine {
    /** The only connection of the store, in autocommit mode; transactions are begun by statements. */
    Connection connection();

    /** Where the store lies, for messages; no password. */
    String place();

    /** The schema script with the words of this engine. */
    String words(String script);

    /** What a transaction is for. */
    enum Purpose {
        /** Sees one state of the store. */
        READ,
        /** Need not outlive a loss of power, which ends the claiming process too. */
        CLAIM,
        /** Is on the disk when it is committed. */
        SAVE
    }

    /** Begins a transaction. While one that writes is open, no other process claims the same trial. */
    void begin(Purpose purpose) throws SQLException;

    /** Proof that this process lives. */
    Claims claims() throws SQLException;

    /** Settings, read back. */
    SortedMap<String, String> facts() throws SQLException;

    /** The complaint of the database, in one line. */
    NormException fault(SQLException cause);
}
