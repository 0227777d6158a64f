package diundashboard.system;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Marks tests that provoke a fault, such as a power cut, on a server of their own. They are slow,
 * and run only in the Maven profile {@code faults}.
 *
 * <p>The tag is part of the tag expressions in {@code pom.xml}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Tag("fault")
@Target({ElementType.METHOD, ElementType.TYPE})
@interface FaultTest {}
