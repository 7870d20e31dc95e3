import { render } from 'preact';
import { t } from '../locale';
import { openOwnLibrary } from '../ui/own-library';
import { setUpPage } from '../ui/page';
import { readKept } from '../ui/use-kept';
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
