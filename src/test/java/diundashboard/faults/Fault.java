package diundashboard.faults;

import static diundashboard.platform.database.Dialect.POSTGRESQL;
import static diundashboard.platform.database.Dialect.SQLITE;

import diundashboard.platform.database.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The faults that the program provokes. */
enum Fault {
  SERVER_KILLED("Server killed", 100, SQLITE, POSTGRESQL) {
    @Override
    void strike(Target target) {
      target.killServer();
    }

    @Override
    void heal(Target target) {
      target.startServer();
    }
  },

  ONE_OF_TWO_SERVERS_KILLED("One of two servers killed", 5, POSTGRESQL) {
    @Override
    void prepare(Target target) {
      target.startServer();
    }

    @Override
    void strike(Target target) {
      target.killServer();
    }

    @Override
    void heal(Target target) {}
  },

  DATABASE_KILLED("Database killed", 20, POSTGRESQL) {
    @Override
    void strike(Target target) {
      target.postgres().signal("KILL");
    }

    @Override
    void heal(Target target) {
      target.startPostgres();
    }
  },

  DATABASE_STOPPED("Database stopped for 60 s (SIGSTOP)", 5, POSTGRESQL) {
    @Override
    void strike(Target target) {
      target.postgres().signal("STOP");
    }

    @Override
    Duration duration() {
      return Duration.ofSeconds(60);
    }

    @Override
    void heal(Target target) {
      target.postgres().signal("CONT");
    }
  },

  @SuppressWarnings("ImmutableEnumChecker") // the program runs one round after the other
  FILE_LOCKED("File locked by another process for 30 s", 3, SQLITE) {
    private Connection lock;

    @Override
    void strike(Target target) throws SQLException {
      lock = target.connect();
      lock.createStatement().execute("BEGIN EXCLUSIVE");
    }

    @Override
    Duration duration() {
      return Duration.ofSeconds(30);
    }

    @Override
    void heal(Target target) throws SQLException {
      lock.close();
    }
  };

  private final String text;
  private final int rounds;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Dialect> databases;

  Fault(String text, int rounds, Dialect... databases) {
    this.text = text;
    this.rounds = rounds;
    this.databases = List.of(databases);
  }

  /** Returns the name in the table. */
  String text() {
    return text;
  }

  /** Returns how often it is provoked. */
  int rounds() {
    return rounds;
  }

  /** Returns the databases on which it is provoked. */
  List<Dialect> databases() {
    return databases;
  }

  /** Prepares a round, before clients send notifications. */
  void prepare(Target target) {}

  /** Provokes the fault. */
  abstract void strike(Target target) throws Exception;

  /** Returns how long it lasts. */
  Duration duration() {
    return Duration.ZERO;
  }

  /** Ends it. */
  abstract void heal(Target target) throws Exception;
}
