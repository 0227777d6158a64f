package diundashboard.faults;

import static diundashboard.platform.database.Dialect.POSTGRESQL;
import static diundashboard.platform.database.Dialect.SQLITE;

import diundashboard.platform.database.Dialect;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
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

  PRIMARY_KILLED("Primary killed, synchronous standby promoted", 10, POSTGRESQL) {
    @Override
    boolean isReplicated() {
      return true;
    }

    @Override
    void prepare(Target target) {
      target.replicated().replicate();
    }

    @Override
    void strike(Target target) {
      target.postgres().signal("KILL");
    }

    @Override
    void heal(Target target) {
      target.replicated().promote();
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
  },

  DISK_FULL("Disk full for 10 s", 10, SQLITE) {
    @Override
    boolean isOnSmallDisk() {
      return true;
    }

    @Override
    void strike(Target target) throws IOException {
      try (var output = Files.newOutputStream(filler(target))) {
        while (true) output.write(new byte[1024]);
      } catch (IOException e) {
        if (!String.valueOf(e.getMessage()).contains("No space left")) throw e;
      }
    }

    @Override
    Duration duration() {
      return Duration.ofSeconds(10);
    }

    @Override
    void heal(Target target) throws IOException {
      Files.delete(filler(target));
    }

    private Path filler(Target target) {
      return target.file().resolveSibling("filler");
    }
  },

  @SuppressWarnings("ImmutableEnumChecker") // the program runs one round after the other
  FILE_DAMAGED("Pages of the file overwritten for 10 s", 10, SQLITE) {
    private byte[] content;

    /** The write-ahead log would hide the pages. The lock keeps others from writing meanwhile. */
    @Override
    void strike(Target target) throws Exception {
      try (var connection = target.connect();
          var statement = connection.createStatement()) {
        statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        statement.execute("BEGIN IMMEDIATE");
        content = Files.readAllBytes(target.file());
        overwrite(target, new byte[content.length - PAGE]);
      }
    }

    @Override
    Duration duration() {
      return Duration.ofSeconds(10);
    }

    @Override
    void heal(Target target) throws IOException {
      overwrite(target, Arrays.copyOfRange(content, PAGE, content.length));
    }

    /** Overwrites all pages but the first. */
    private void overwrite(Target target, byte[] pages) throws IOException {
      try (var channel = FileChannel.open(target.file(), StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(pages), PAGE);
      }
    }
  },

  FILE_MOVED("File moved for 10 s, then the server restarted", 5, SQLITE) {
    @Override
    void strike(Target target) throws IOException {
      Files.move(target.file(), away(target));
    }

    @Override
    Duration duration() {
      return Duration.ofSeconds(10);
    }

    @Override
    void heal(Target target) throws IOException {
      Files.move(away(target), target.file());
      target.restartServer();
    }

    private Path away(Target target) {
      return target.file().resolveSibling("away.db");
    }
  },

  LOG_DELETED("Write-ahead log deleted, then the server restarted", 5, SQLITE) {
    @Override
    void strike(Target target) throws IOException {
      Files.delete(Path.of(target.file() + "-wal"));
    }

    @Override
    Duration duration() {
      return Duration.ofSeconds(10);
    }

    @Override
    void heal(Target target) {
      target.restartServer();
    }
  };

  private static final int PAGE = 4096;

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

  /** Returns whether PostgreSQL has a standby. */
  boolean isReplicated() {
    return false;
  }

  /**
   * Returns whether the file of SQLite is on a file system of its own, with 16 MB. Mounting it
   * needs the privileges of root.
   */
  boolean isOnSmallDisk() {
    return false;
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
