package diundashboard.images;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The table {@code digests}: the labels of images. */
@Dependent
public final class DigestDao {

  private final Database database;

  @Inject
  public DigestDao(Database database) {
    this.database = database;
  }

  /**
   * Returns those of the labels that are not stored, or are stored with other values.
   *
   * @param labels at most one of each digest
   */
  public List<ImageLabels> unknown(Collection<ImageLabels> labels) {
    var stored =
        new HashSet<>(
            database.changeReturningAll(
                "SELECT digest, version, source, revision, url, created FROM digests WHERE digest IN (?...)",
                row ->
                    new ImageLabels(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)),
                labels.stream().map(ImageLabels::digest).toList()));
    return labels.stream().filter(each -> !stored.contains(each)).toList();
  }

  /** Returns the source repositories of images by their digests, where they are known. */
  public Map<String, String> sources(Collection<String> digests) {
    return database
        .list(
            "SELECT digest, source FROM digests WHERE source <> '' AND digest IN (?...)",
            row -> Map.entry(row.getString("digest"), row.getString("source")),
            digests)
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Stores labels, in the order of the digests, so that concurrent transactions do not deadlock.
   *
   * @param labels at most one of each digest
   */
  public void store(Collection<ImageLabels> labels) {
    database.changeRows(
        """
        INSERT INTO digests (digest, version, source, revision, url, created)
        VALUES (:digest, :version, :source, :revision, :url, :created)
        ON CONFLICT (digest) DO UPDATE SET
          version = excluded.version,
          source = excluded.source,
          revision = excluded.revision,
          url = excluded.url,
          created = excluded.created""",
        labels.stream()
            .sorted(comparing(ImageLabels::digest))
            .map(DigestDao::parametersOf)
            .toList());
  }

  private static NamedParameters parametersOf(ImageLabels labels) {
    return NamedParameters.of("digest", labels.digest())
        .with("version", labels.version())
        .with("source", labels.source())
        .with("revision", labels.revision())
        .with("url", labels.url())
        .with("created", labels.created());
  }
}
