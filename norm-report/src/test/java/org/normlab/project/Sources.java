package org.normlab.project;

import static java.util.stream.Collectors.toList;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The Java files of all modules, main and test, as the compiler reads them. */
final class Sources {

    /** A file and how long it is. */
    record File(Path path, int lines) {}

    /** A method or constructor: where it stands, how long it is without its Javadoc, how many parameters it takes. */
    record Method(String place, int lines, int parameters) {}

    private Sources() {}

    /** The directory that holds the modules. */
    static Path root() {
        return Path.of("").toAbsolutePath().getParent();
    }

    static List<File> files() {
        return paths().stream()
                .map(path -> new File(root().relativize(path), lines(path)))
                .collect(toList());
    }

    static List<Method> methods() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var manager = compiler.getStandardFileManager(null, null, null);
        var task = (JavacTask) compiler.getTask(
                null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(paths()));
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        List<Method> methods = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse()) {
            new Measure(unit, positions).scan(unit, methods);
        }
        return methods;
    }

    private static List<Path> paths() {
        try (Stream<Path> all = Files.walk(root(), 16)) {
            return all.filter(path -> root().relativize(path).toString().matches("norm-[^/]*/src/.*\\.java"))
                    .sorted()
                    .collect(toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int lines(Path path) {
        try (Stream<String> lines = Files.lines(path)) {
            return (int) lines.count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Measure extends TreePathScanner<Void, List<Method>> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;

        Measure(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitMethod(MethodTree method, List<Method> found) {
            LineMap map = unit.getLineMap();
            long first = map.getLineNumber(positions.getStartPosition(unit, method));
            long last = map.getLineNumber(positions.getEndPosition(unit, method));
            String name = root().relativize(Path.of(unit.getSourceFile().toUri())) + ":" + first;
            int parameters =
                    method.getReturnType() == null ? 0 : method.getParameters().size();
            found.add(new Method(name, (int) (last - first + 1), parameters));
            return super.visitMethod(method, found);
        }
    }
}
