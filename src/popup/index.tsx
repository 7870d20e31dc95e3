import { render } from 'preact';
import { t } from '../locale';
import { openOwnLibrary } from '../ui/library/own-library';
import { awaitEarlyRows } from '../ui/list/early-rows';
import { earlyRows, earlySession } from '../ui/surface/early';
import { setUpPage } from '../ui/surface/set-up-page';
import { sessionState } from '../ui/surface/use-session-state';
import { Popup } from './popup';
import { keptSession, type PopupSession, popupSessionKey } from './use-popup';

setUpPage(t('extensionName'));
const library = openOwnLibrary();
await awaitEarlyRows(library, earlyRows);
const stored = keptSession(sessionState<PopupSession>(await earlySession, popupSessionKey), Date.now());
render(<Popup library={library} stored={stored} />, document.body);
