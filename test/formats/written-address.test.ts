/** Which address a file has of a paper with a DOI and a PDF, of which no page is known. */
import { expect, test } from 'vitest';
import { type FormatId, writeText } from '../../src/formats';
import { now, paper } from './support/papers';

const pdf = 'https://press.example.org/snails.pdf';
const only = paper({ links: { pdf } }, { ids: ['doi:10.5555/snails'] });

test.each<[FormatId, string]>([
  ['bibtex', `url = {${pdf}}`],
  ['biblatex', `url = {${pdf}}`],
  ['csl-json', `"URL":"${pdf}"`],
])('%s, which has no field for files, has the PDF’s address', (format, written) => {
  expect(writeText(format, [only], { now }).replace(/ +/g, ' ')).toContain(written);
});

test('RIS, which has a field for files, has the DOI’s address beside the PDF', () => {
  const lines = writeText('ris', [only], { now }).split(/\r?\n/);
  expect(lines).toContain('UR  - https://doi.org/10.5555/snails');
  expect(lines).toContain(`L1  - ${pdf}`);
});
