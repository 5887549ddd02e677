package org.normlab.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the Java that the README shows. */
class ReadmeTest {
    private static final Pattern JAVA_BLOCK =
            Pattern.compile("^```java\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @TempDir
    Path folder;

    @Test
    void javaBlocksCompileAndRun() throws Exception {
        String readme = Files.readString(Sources.root().resolve("README.md"));
        List<String> blocks =
                JAVA_BLOCK.matcher(readme).results().map(MatchResult::group).toList();
        assertThat(blocks).isNotEmpty();
        for (int i = 0; i < blocks.size(); i++) {
            run("Example" + i, blocks.get(i).replaceAll("(?m)^```.*\\n?", ""));
        }
    }

    private void run(String name, String block) throws Exception {
        Path source = Files.writeString(folder.resolve(name + ".java"), wrapped(name, block));
        Compilation.run("-cp", System.getProperty("java.class.path"), "-d", folder.toString(), source.toString());
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            ((Runnable) loader.loadClass(name).getConstructor().newInstance()).run();
        }
    }

    private static String wrapped(String name, String block) {
        var lines = block.lines().collect(Collectors.partitioningBy(line -> line.startsWith("import ")));
        return "%s\npublic class %s implements Runnable {\n  public void run() {\n%s\n  }\n}\n"
                .formatted(String.join("\n", lines.get(true)), name, String.join("\n", lines.get(false)));
    }
}
