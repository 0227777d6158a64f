package diundashboard.platform.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class on SQLite and on PostgreSQL. Its methods, such as {@code @BeforeEach}, can have
 * a parameter of type {@link Database}: an empty database with the current schema.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ClassTemplate
@ExtendWith(DatabaseExtension.class)
public @interface OnBothDatabases {}
