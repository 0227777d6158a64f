package diundashboard.platform.security;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Allows every caller. The value states the reason. */
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface Public {

  String value();
}
