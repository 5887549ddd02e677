package org.normlab.report.cli;

import org.normlab.report.trial.Release;
import picocli.CommandLine.IVersionProvider;

/** What {@code norm --version} prints: this program and the Java that runs it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {Release.name(), "java " + Runtime.version()};
    }
}
