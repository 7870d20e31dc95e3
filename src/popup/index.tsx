import { render } from 'preact';
import { t } from '../locale';
import { openOwnLibrary } from '../ui/library/own-library';
import { startEarlyRows } from '../ui/list/early-rows';
import { setUpPage } from '../ui/surface/set-up-page';
import { readSessionState } from '../ui/surface/use-session-state';
import { Popup } from './popup';
import { keptSession, type PopupSession, popupSessionKey } from './use-popup';

setUpPage(t('extensionName'));
const library = openOwnLibrary();
startEarlyRows(library);
const stored = keptSession(await readSessionState<PopupSession>(popupSessionKey), Date.now());
render(<Popup library={library} stored={stored} />, document.body);
