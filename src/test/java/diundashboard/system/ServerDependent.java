package diundashboard.system;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Marks tests whose outcome depends on the server: HTTP parsing and headers, serialization, event
 * streams, sessions and sign-in, access checks, transactions, timers, startup. They run on Payara
 * Micro too, after WildFly. Business rules need no mark: the DAO tests and WildFly cover them.
 *
 * <p>The tag is the value of {@code groups} in {@code pom.xml}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Tag("server-dependent")
@Target(ElementType.TYPE)
@interface ServerDependent {}
