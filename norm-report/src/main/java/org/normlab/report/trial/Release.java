package org.normlab.report.trial;

import java.util.Objects;

/** Which release of this program runs. */
public final class Release {
    private Release() {}

    /**
     * The program and its version, as the manifest of its jar has it.
     *
     * @return such as {@code norm 1.0.0}; {@code norm unpackaged} outside a jar, where there is no manifest to read
     */
    public static String name() {
        return "norm "
                + Objects.requireNonNullElse(Release.class.getPackage().getImplementationVersion(), "unpackaged");
    }
}
