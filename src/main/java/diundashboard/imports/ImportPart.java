package diundashboard.imports;

import diundashboard.idempotency.Part;
import diundashboard.images.ImageLabels;
import diundashboard.platform.database.StorableText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/**
 * The manifests of some repositories of an import, which one transaction stores.
 *
 * @param manifests in the order of the import
 */
record ImportPart(List<Manifest> manifests) implements Part {

  /** Small enough that notifications wait less than a second. */
  private static final int MAX_MANIFESTS = 500;

  /** Divides an import. A part has all manifests of its repositories, in the order of the names. */
  static List<ImportPart> of(Collection<Manifest> manifests) {
    var byName = new TreeMap<String, List<Manifest>>();
    for (var each : manifests) {
      byName.computeIfAbsent(each.image().name(), name -> new ArrayList<>()).add(each);
    }
    var parts = new ArrayList<ImportPart>();
    var part = new ArrayList<Manifest>();
    for (var ofName : byName.values()) {
      if (!part.isEmpty() && part.size() + ofName.size() > MAX_MANIFESTS) {
        parts.add(new ImportPart(List.copyOf(part)));
        part.clear();
      }
      part.addAll(ofName);
    }
    if (!part.isEmpty()) parts.add(new ImportPart(List.copyOf(part)));
    return parts;
  }

  /** No part claims the key of the request: an import can be repeated. */
  @Override
  public boolean isLast() {
    return false;
  }

  /** The keys of the images. */
  List<String> images() {
    return manifests.stream().map(ImportPlan::keyOf).distinct().toList();
  }

  List<String> repositories() {
    return manifests.stream().map(each -> StorableText.of(each.image().name())).distinct().toList();
  }

  /** The labels that say something, of each digest the last ones. */
  Collection<ImageLabels> labels() {
    var labels = new LinkedHashMap<String, ImageLabels>();
    for (var each : manifests) {
      if (each.labels().exist()) labels.put(each.labels().digest(), each.labels());
    }
    return labels.values();
  }
}
