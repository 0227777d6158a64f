package diundashboard.system;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A test that provokes a fault, such as a power cut, on a server of its own. These tests are slow
 * and run only in the Maven profile {@code faults}.
 *
 * <p>The tag is part of the tag expressions in {@code pom.xml}.
 */
@Test
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Tag("fault")
@Target(ElementType.METHOD)
@interface FaultTest {}
