/**
 * The script that reads any page. It replaces the script of a site, and only reads until it is asked to draw controls.
 */
import './behind';
import { any } from '../../sites/any';
import { start } from './start';

if (globalThis.offprint?.site.id !== any.id) globalThis.offprint?.life.end();
start(any, false);
