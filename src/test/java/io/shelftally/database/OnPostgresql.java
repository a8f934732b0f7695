package io.shelftally.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The tests of the class and of those nested in it have their databases in PostgreSQL, and not in H2. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnPostgresql.Choice.class)
public @interface OnPostgresql {

    /** Holds from the start of the annotated class to its end; tests run one after the other. */
    final class Choice implements BeforeAllCallback, AfterAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            choose(context, true);
        }

        @Override
        public void afterAll(ExtensionContext context) {
            choose(context, false);
        }

        private static void choose(ExtensionContext context, boolean isPostgresql) {
            if (context.getRequiredTestClass().isAnnotationPresent(OnPostgresql.class)) {
                TestDatabase.choose(isPostgresql);
            }
        }
    }
}
