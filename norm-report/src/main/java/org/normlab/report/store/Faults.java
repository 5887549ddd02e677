package org.normlab.report.store;

import java.sql.SQLException;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.report.text.Sha256;
import org.normlab.report.trial.Text;

/** What a store complains of, each in one line: what, which value, how to mend it. */
final class Faults {
    private static final String SUBJECT = "store";

    private Faults() {}

    static NormException full(String place, String free) {
        return NormException.about(Kind.RESOURCE, SUBJECT, "disk", place)
                .because("is full" + free, "free some space and run again: all finished trials are kept");
    }

    static NormException damaged(String place, String what) {
        return NormException.about(Kind.STATE, SUBJECT, "content", place)
                .because("is damaged: " + line(what), "restore a copy");
    }

    static NormException damagedRow(String place, String key, String what) {
        return NormException.about(Kind.STATE, SUBJECT, "row", key)
                .because(
                        "of " + place + " is damaged: " + line(what),
                        "restore a copy, or save the sound rows with norm export jsonl --salvage");
    }

    static NormException newer(String place, String schema) {
        return NormException.about(Kind.STATE, SUBJECT, "schema", schema)
                .because("of " + place + " is newer than " + Schema.VERSION, "use a newer release of this program");
    }

    static NormException foreign(String place, String what) {
        return NormException.about(Kind.STATE, SUBJECT, "store", place)
                .because("is not a store of this program: " + line(what), "name another place; nothing was changed");
    }

    static NormException unusable(String place, String problem, String fix) {
        return NormException.about(Kind.RESOURCE, SUBJECT, "store", place).because(line(problem), fix);
    }

    static NormException place(String place, String problem, String fix) {
        return NormException.about(Kind.OPTION, SUBJECT, "store", place).because(problem, fix);
    }

    static NormException changed(String study, String difference) {
        return NormException.about(Kind.STATE, SUBJECT, "study", study)
                .because("differs from the one in the store: " + difference, "give the changed study another name");
    }

    static NormException notReproducible(String id, String kept, String given) {
        return NormException.about(Kind.STATE, SUBJECT, "trial", id)
                .because(
                        "gave another result than before: digests " + Sha256.hex(kept) + " (kept) and "
                                + Sha256.hex(given) + ": " + Records.difference(Text.parse(kept), Text.parse(given)),
                        "use one version of program and data for one store");
    }

    static NormException failed(String place, SQLException cause) {
        return unusable(
                place, "cannot be used: " + cause.getMessage(), "check that it exists, can be written and reached");
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
