import { render } from 'preact';
import { t } from '../locale';
import { openOwnLibrary } from '../ui/own-library';
import { setUpPage } from '../ui/page';
import { Options } from './options';

setUpPage(t('optionsTitle'));
render(<Options library={openOwnLibrary()} />, document.body);
