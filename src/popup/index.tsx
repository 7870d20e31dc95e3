import { render } from 'preact';
import { t } from '../locale';
import { openOwnLibrary } from '../ui/library/own-library';
import { setUpPage } from '../ui/surface/page';
import { readKept } from '../ui/surface/use-session-state';
import { Popup } from './popup';
import { type Kept, keptAs } from './use-popup';

setUpPage(t('extensionName'));
const library = openOwnLibrary();
const kept = await readKept<Kept>(keptAs);
render(<Popup library={library} kept={kept} />, document.body);
