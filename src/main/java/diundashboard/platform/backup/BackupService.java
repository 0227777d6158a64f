package diundashboard.platform.backup;

import diundashboard.platform.database.DatabaseCopy;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Makes backups. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RequiresRole(Role.ADMIN)
public class BackupService {

  private static final Logger LOG = System.getLogger(BackupService.class.getName());

  @Inject private DatabaseCopy database;
  @Inject private BackupFile file;
  @Inject private CurrentCaller caller;

  /**
   * Checks that the application can make backups.
   *
   * @throws DumpRequiredException on PostgreSQL
   */
  public void check() {
    if (database.file().isEmpty()) throw new DumpRequiredException(database.dumpCommand());
  }

  /** Copies the database, see {@link BackupFile#create()}. */
  public Backup create() {
    var backup = file.create();
    LOG.log(Level.INFO, "Backup of {0,number,#} bytes for {1}", backup.size(), caller.name());
    return backup;
  }
}
