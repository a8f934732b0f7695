package io.shelftally;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Data reaches a database as parameters alone: the text of every statement is made of constants. */
class SqlTests {

    private static final Path SOURCES = Path.of("src", "main", "java", "io", "shelftally");
    /** A statement, or a part of one: in capitals, or with a named parameter; or a place for a name in one. */
    private static final Pattern SQL = Pattern.compile("(?is)^\\s*(select\\b.*\\bfrom|insert\\s+into|update\\b.*\\bset"
            + "|delete\\s+from|merge\\s+into|alter\\s+table)\\b"
            + "|(?-i:\\b(SELECT|FROM|WHERE|AND|ORDER BY|VALUES|SET)\\s)"
            + "|\\b(where|and|set)\\b[^.]*[=<>]\\s*:[a-z]"
            + "|^\\{(items|id)\\}");

    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

    /** What is put into a statement besides constants, and why it may be. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            // names of the two tables that the class itself lists, in a statement that is checked where it stands
            "night/items/ItemTable.java", Set.of("name", "id", "statement", "statement.replace(\"{items}\", name)"),
            // names of tables and columns, as the database of the job itself tells them
            "operations/keeping/MovedTable.java",
                    Set.of(
                            "name",
                            "quoted()",
                            "places",
                            "name.toUpperCase(Locale.ROOT)",
                            "quoted().toUpperCase(Locale.ROOT)"),
            // names that the class itself lists
            "publication/tables/RowDeletion.java", Set.of("name", "key", "deleteAll()", "ROWS - 1"),
            // a constraint's name, as the database itself has chosen it
            "publication/tables/UncheckedState.java", Set.of("name"),
            // names of views that the torture lists, and of tables as the database itself tells them
            "proof/torture/Rows.java", Set.of("table"));

    @Test
    void noStatementIsBuiltFromData() throws IOException {
        List<String> found = new ArrayList<>();
        for (CompilationUnitTree file : parsed()) {
            String name = SOURCES.toAbsolutePath()
                    .relativize(Path.of(file.getSourceFile().toUri()))
                    .toString()
                    .replace('\\', '/');
            Set<String> parts = new TreeSet<>(variableParts(file));
            Set<String> known = KNOWN.getOrDefault(name, Set.of());
            assertThat(parts).as("what was found in %s before", name).containsAll(known);
            parts.removeAll(known);
            parts.forEach(part -> found.add(name + ": " + part));
        }

        assertThat(found)
                .as("what is put into the text of a statement; give it as a named parameter")
                .isEmpty();
    }

    @Test
    void noStatementChangesTheCaseOfText() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            List<String> found = files.filter(path -> path.toString().matches(".*\\.(java|sql)"))
                    .filter(path -> text(path).matches("(?s).*\\b(LOWER|UPPER|INITCAP)\\(.*"))
                    .map(Path::toString)
                    .toList();

            assertThat(found)
                    .as(
                            "LOWER and UPPER in SQL, which H2 does by the default locale; name both spellings, or do it in Java")
                    .isEmpty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> variableParts(CompilationUnitTree file) {
        Set<String> parts = new TreeSet<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void nothing) {
                if (tree.getKind() == Tree.Kind.PLUS) {
                    add(operands(tree));
                    return null;
                }
                return super.visitBinary(tree, null);
            }

            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
                if (tree.getMethodSelect() instanceof MemberSelectTree called
                        && Set.of("formatted", "format", "concat", "append", "replace")
                                .contains(called.getIdentifier().toString())) {
                    List<ExpressionTree> all = new ArrayList<>(tree.getArguments());
                    all.add(called.getExpression());
                    add(all);
                }
                return super.visitMethodInvocation(tree, null);
            }

            private void add(List<ExpressionTree> operands) {
                String text = operands.stream().map(SqlTests::literal).collect(Collectors.joining("x"));
                if (SQL.matcher(text).find()) {
                    operands.stream()
                            .filter(operand -> !isConstant(operand))
                            .map(Object::toString)
                            .forEach(parts::add);
                }
            }
        }.scan(file, null);
        return parts;
    }

    private static List<ExpressionTree> operands(ExpressionTree tree) {
        if (tree instanceof ParenthesizedTree inner) {
            return operands(inner.getExpression());
        }
        if (tree instanceof BinaryTree sum && tree.getKind() == Tree.Kind.PLUS) {
            return Stream.concat(operands(sum.getLeftOperand()).stream(), operands(sum.getRightOperand()).stream())
                    .toList();
        }
        return List.of(tree);
    }

    private static String literal(ExpressionTree operand) {
        return operand instanceof LiteralTree literal && literal.getValue() instanceof String text ? text : "";
    }

    private static boolean isConstant(ExpressionTree operand) {
        return operand instanceof LiteralTree
                || (operand instanceof IdentifierTree name
                        && CONSTANT.matcher(name.getName()).matches());
    }

    private static Iterable<? extends CompilationUnitTree> parsed() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(SOURCES.toAbsolutePath())) {
            List<Path> java =
                    sources.filter(path -> path.toString().endsWith(".java")).collect(Collectors.toList());
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(java));
            return task.parse();
        }
    }
}
