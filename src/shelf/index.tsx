import { render } from 'preact';
import { t } from '../locale';
import * as settings from '../settings';
import { openOwnLibrary } from '../ui/library/own-library';
import { awaitEarlyRows } from '../ui/list/early-rows';
import { earlyRows, earlySession } from '../ui/surface/early';
import { setUpPage } from '../ui/surface/set-up-page';
import { sessionState } from '../ui/surface/use-session-state';
import { Shelf } from './shelf';
import { type ShelfSession, shelfSessionKey } from './use-shelf';
import { Welcome } from './welcome';

setUpPage(t('shelfTitle'));
const library = openOwnLibrary();
const wanted = settings.get();
await awaitEarlyRows(library, earlyRows);
const stored = sessionState<ShelfSession>(await earlySession, shelfSessionKey);
const { listView } = await wanted;

const draw = () =>
  render(
    location.hash === '#welcome' ? <Welcome /> : <Shelf library={library} stored={stored} view={listView} />,
    document.body,
  );
draw();
addEventListener('hashchange', draw);
