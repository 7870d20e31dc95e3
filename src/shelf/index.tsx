import { render } from 'preact';
import { t } from '../locale';
import * as settings from '../settings';
import { openOwnLibrary } from '../ui/library/own-library';
import { startEarlyRows } from '../ui/list/early-rows';
import { setUpPage } from '../ui/surface/set-up-page';
import { readSessionState } from '../ui/surface/use-session-state';
import { Shelf } from './shelf';
import { type ShelfSession, shelfSessionKey } from './use-shelf';
import { Welcome } from './welcome';

setUpPage(t('shelfTitle'));
const library = openOwnLibrary();
startEarlyRows(library);
const [stored, { listView }] = await Promise.all([readSessionState<ShelfSession>(shelfSessionKey), settings.get()]);

const draw = () =>
  render(
    location.hash === '#welcome' ? <Welcome /> : <Shelf library={library} stored={stored} view={listView} />,
    document.body,
  );
draw();
addEventListener('hashchange', draw);
