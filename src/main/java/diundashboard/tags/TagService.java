package diundashboard.tags;

import diundashboard.images.Image;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * What can be done with tags. Every operation writes with one statement at most, so none needs a
 * transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TagService {

  @Inject private TagDao tags;

  public List<Tag> list() {
    return tags.list();
  }

  /** Creates a tag; empty if the name is taken. */
  public Optional<Tag> create(String name) {
    return tags.create(name);
  }

  /** Deletes a tag and frees its images; says whether it was there. */
  public boolean delete(int id) {
    return tags.delete(id);
  }

  /**
   * Gives an image its one tag; says whether the tag was there. Asking first spares the writer what
   * is bound to fail.
   */
  public boolean assign(Image image, int id) {
    return tags.exists(id) && tags.assign(image, id);
  }

  public void unassign(Image image) {
    tags.unassign(image);
  }
}
