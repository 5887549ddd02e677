package org.normlab.report.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code norm --version} prints: this program and the Java that runs it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        // outside the jar, in tests, there is no manifest to read
        String version =
                Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "unpackaged");
        return new String[] {"norm " + version, "java " + Runtime.version()};
    }
}
