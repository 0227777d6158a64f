package diundashboard.system;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Runs the class with each database, but on Payara Micro with SQLite only: for tests whose outcome
 * depends on the server, but not on how the server accesses the database. Other tests use
 * {@code @EnumSource}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ParameterizedClass
@FieldSource("diundashboard.system.Installation#TESTED")
@interface EachDatabase {}
