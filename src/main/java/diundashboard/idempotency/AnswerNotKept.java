package diundashboard.idempotency;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The answer of an endpoint contains a secret, which must not be in the database. */
@Retention(RUNTIME)
@Target(METHOD)
public @interface AnswerNotKept {}
