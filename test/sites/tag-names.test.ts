import { expect, test } from 'vitest';
import { namesInTags } from '../../src/sites/read/tag-names';

test.each([
  [
    ['Okoye, Ana', 'de Wit, Bram'],
    ['Ana Okoye', 'Bram de Wit'],
  ],
  [
    ['Ana Okoye', 'Bram de Wit'],
    ['Ana Okoye', 'Bram de Wit'],
  ],
  [['Éva Kovari, Paul Nagl, Jan van der Berg'], ['Éva Kovari', 'Paul Nagl', 'Jan van der Berg']],
  [['Okoye, Ana; de Wit, Bram'], ['Ana Okoye', 'Bram de Wit']],
  [['Ana Okoye and Bram de Wit'], ['Ana Okoye', 'Bram de Wit']],
  [['Okoye, A., de Wit, B.-J.'], ['A. Okoye', 'B.-J. de Wit']],
  [
    ['Hollis, Robert, Jr.', 'Okoye, Ana'],
    ['Robert Hollis Jr.', 'Ana Okoye'],
  ],
  [
    ['García Okoye, Ana María', 'Wit, Bram'],
    ['Ana María García Okoye', 'Bram Wit'],
  ],
  [['Okoye, Ana'], ['Ana Okoye']],
  [['Ana Okoye', 'Bj|[ouml]|rn Holt'], []],
  [
    ["Bernd Marius 't Hoff (0000-0002-0045-3769)", 'H.m. Chou'],
    ["Bernd Marius 't Hoff", 'H.m. Chou'],
  ],
  [['Ana Okoye https://orcid.org/0000-0002-0045-376X'], ['Ana Okoye']],
  [
    ['Ana Okoye <ana@otter.example>', 'Bram de Wit1,2', 'Chi Rao*'],
    ['Ana Okoye', 'Bram de Wit', 'Chi Rao'],
  ],
  [
    ['Okoye, Ana, University of Otters', 'Rao, Chi, Institute of Dens'],
    ['Ana Okoye', 'Chi Rao'],
  ],
  [
    ['OTTER Collaboration', 'The Den and Holt Working Group'],
    ['OTTER Collaboration', 'The Den and Holt Working Group'],
  ],
  [['University of Otters'], ['University of Otters']],
  [
    ['Ana Okoye', 'Bram de Wit', 'Ana Okoye', 'Bram de Wit'],
    ['Ana Okoye', 'Bram de Wit'],
  ],
  [
    ['Wei Li', 'Wei Li'],
    ['Wei Li', 'Wei Li'],
  ],
])('%j are %j', (tags, names) => expect(namesInTags(tags)).toEqual(names));

test.each([
  [['Ana Okoye, Bram de Wit']],
  [['Okoye, Ana, Bram, de Wit, Chi']],
  [['Ana Okoye', 'Department 3: Rivers, 12 Stone Road']],
])('%j cannot be told apart with certainty', (tags) => expect(namesInTags(tags)).toEqual([]));

test('no text takes long', () => {
  const start = performance.now();
  for (const part of ['a,', 'a;', ' and', '1,', '(', '0000-', 'A. ', 'a@', '@,'])
    namesInTags([part.repeat(20_000), part.repeat(20_000)]);
  expect(performance.now() - start).toBeLessThan(2000);
});
