import { doneActions, load as loadDone, page as donePage } from './done/done.js';
import { dialogs as undoDialogs, undoPastActions } from './done/undo-past.js';
import { dialogs as holdDialogs, holdActions } from './holds/image-holds.js';
import { dialogs as hostDialogs, head as hostsHead, hostActions, load as loadHosts, page as hostsPage } from './hosts/hosts.js';
import { dialogs as importDialogs, importActions, listenForImports } from './imports/imports.js';
import { insightsActions, load as loadInsights, page as insightsPage } from './insights/insights.js';
import { rejectionActions } from './rejections/rejections.js';
import { load as loadSettings, page as settingsPage, sectionActions } from './settings/settings.js';
import { dialogs as tokenDialogs } from './settings/tokens.js';
import { dialogs as helpDialogs, helpActions } from './shell/help.js';
import { dialogs as paletteDialogs, paletteActions } from './shell/palette.js';
import { tagListActions } from './tags/tag-list.js';
import { dialogs as managerDialogs, managerActions } from './tags/tag-manager.js';
import { dialogs as viewDialogs, viewDialogActions } from './views/view-dialog.js';
import { dialogs as welcomeDialogs, load as loadSetup, page as welcomePage, welcomeActions } from './welcome/welcome.js';

/*
 * What triage does not need, in a file of its own that is loaded when one of it is opened: see main.js. Together they would take a
 * quarter more bytes before the first row is shown.
 */
export const views = {
  done: { load: loadDone, page: donePage },
  hosts: { load: loadHosts, head: hostsHead, page: hostsPage },
  insights: { load: loadInsights, page: insightsPage },
  settings: { load: loadSettings, page: settingsPage },
  welcome: { load: loadSetup, page: welcomePage },
};

export const dialogs = { ...helpDialogs, ...holdDialogs, ...hostDialogs, ...importDialogs, ...managerDialogs, ...paletteDialogs, ...tokenDialogs, ...undoDialogs, ...viewDialogs, ...welcomeDialogs };

export const actionsOf = (context, base) => ({
  ...doneActions(context, base), ...helpActions(base), ...holdActions(context, base), ...hostActions(context, base), ...importActions(context, base), ...insightsActions(context, base), ...managerActions(context, base),
  ...paletteActions(context, base), ...rejectionActions(context), ...sectionActions(context), ...tagListActions(context, base), ...undoPastActions(context, base), ...viewDialogActions(context, base), ...welcomeActions(context, base),
});

export { listenForImports };
