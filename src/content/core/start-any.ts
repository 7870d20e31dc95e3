/**
 * What the script that reads any page does: it takes the place of a site's own, and only reads until it is told to show what
 * it found.
 */
import './behind';
import { any } from '../../sites/any';
import { start } from './start';

if (globalThis.offprint?.site.id !== any.id) globalThis.offprint?.life.end();
start(any, false);
