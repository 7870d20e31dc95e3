import { render } from 'preact';
import { t } from '../locale';
import { openOwnLibrary } from '../ui/library/own-library';
import { setUpPage } from '../ui/surface/page';
import { readKept } from '../ui/surface/use-session-state';
import { Shelf } from './shelf';
import { type Kept, keptAs } from './use-shelf';
import { Welcome } from './welcome';

setUpPage(t('shelfTitle'));
const library = openOwnLibrary();
const kept = await readKept<Kept>(keptAs);

const draw = () =>
  render(location.hash === '#welcome' ? <Welcome /> : <Shelf library={library} kept={kept} />, document.body);
draw();
addEventListener('hashchange', draw);
