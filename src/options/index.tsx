import { render } from 'preact';
import { t } from '../locale';
import { openOwnLibrary } from '../ui/library/own-library';
import { setUpPage } from '../ui/surface/set-up-page';
import { OptionsPage } from './options';

setUpPage(t('optionsTitle'));
render(<OptionsPage library={openOwnLibrary()} />, document.body);
