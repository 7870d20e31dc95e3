import { render } from 'preact';
import { t } from '../locale';
import { openOwnLibrary } from '../ui/library/own-library';
import { setUpPage } from '../ui/surface/page';
import { Options } from './options';

setUpPage(t('optionsTitle'));
render(<Options library={openOwnLibrary()} />, document.body);
