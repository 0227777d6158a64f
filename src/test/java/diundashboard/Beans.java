package diundashboard;

import diundashboard.platform.config.Settings;
import diundashboard.platform.config.TestSettings;
import diundashboard.platform.database.Database;
import jakarta.inject.Inject;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Creates beans of the application without a container: one of each class. */
public final class Beans {

  private final Map<Class<?>, Object> beans = new HashMap<>();

  /** Returns beans with a database and the default settings. */
  public static Beans on(Database database) {
    return new Beans()
        .with(Database.class, database)
        .with(Settings.class, TestSettings.of(Map.of()));
  }

  public <T> Beans with(Class<T> type, T bean) {
    beans.put(type, bean);
    return this;
  }

  public <T> T get(Class<T> type) {
    try {
      if (!beans.containsKey(type)) beans.put(type, create(type));
      return type.cast(beans.get(type));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object create(Class<?> type) throws ReflectiveOperationException {
    var constructor =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(Beans::isInjected)
            .findFirst()
            .orElseGet(() -> withoutParameters(type));
    var parameters = constructor.getParameterTypes();
    var arguments = new Object[parameters.length];
    for (var i = 0; i < arguments.length; i++) arguments[i] = get(parameters[i]);
    constructor.setAccessible(true);
    var bean = constructor.newInstance(arguments);
    for (var field : type.getDeclaredFields()) {
      if (!isInjected(field)) continue;
      field.setAccessible(true);
      field.set(bean, get(field.getType()));
    }
    return bean;
  }

  private static Constructor<?> withoutParameters(Class<?> type) {
    try {
      return type.getDeclaredConstructor();
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isInjected(AccessibleObject member) {
    return member.isAnnotationPresent(Inject.class);
  }
}
