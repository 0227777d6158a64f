package diundashboard.platform.http;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Resources that also take an API token as the password of Basic authentication. */
@NameBinding
@Retention(RUNTIME)
@Target(TYPE)
public @interface BasicChallenge {}
