package diundashboard.platform.security;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Whoever calls may; the value says why. */
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface Public {

  String value();
}
