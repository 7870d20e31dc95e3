import { render } from 'preact';
import { t } from '../locale';

document.documentElement.lang = t('language');
render(<h1>{t('extensionName')}</h1>, document.body);
