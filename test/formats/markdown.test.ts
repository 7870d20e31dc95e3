import { describe, expect, it } from 'vitest';
import { writeText } from '../../src/formats';
import { now, paper } from './support/papers';

const md = (papers: Parameters<typeof writeText>[1], options = {}) =>
  writeText('markdown', papers, { now, ...options });

describe('Markdown reading list', () => {
  it('groups by tag: linked title, authors, date, status, code, note', () => {
    const links = { pdf: 'https://arxiv.org/pdf/2408.01234', code: ['https://github.com/lovelace/diameter'] };
    const text = md([
      paper({ links }, { tags: ['rl/reward', 'graphs'], status: 'reading', note: 'Read **section 3**.\n\n- then 4' }),
      paper({ title: 'Second', published: '2023' }, { tags: [], starredAt: 1 }),
    ]);
    expect(text).toBe(`# Reading list

2 papers · 2026-11-24

## graphs (1)

- [Scaling the Diameter of Small Graphs](https://arxiv.org/abs/2408.01234)  
  Ada Lovelace, Vera van der Berg · 2024-08-02 · reading · [PDF](https://arxiv.org/pdf/2408.01234) · code: [lovelace/diameter](https://github.com/lovelace/diameter)

  > Read **section 3**.
  >
  > - then 4

## rl/reward (1)

- [Scaling the Diameter of Small Graphs](https://arxiv.org/abs/2408.01234)  
  Ada Lovelace, Vera van der Berg · 2024-08-02 · reading · [PDF](https://arxiv.org/pdf/2408.01234) · code: [lovelace/diameter](https://github.com/lovelace/diameter)

  > Read **section 3**.
  >
  > - then 4

## Without a tag (1)

- [Second](https://arxiv.org/abs/2408.01234)  
  Ada Lovelace, Vera van der Berg · 2023 · to read · ★ starred
`);
  });

  it.each([
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['[a](javascript:alert(1)) `b` *c* _d_ | e', '\\[a\\](javascript:alert(1)) \\`b\\` \\*c\\* \\_d\\_ \\| e'],
    ['1. Not a list', '1\\. Not a list'],
    ['# not a heading\n- nor an item', '\\# not a heading - nor an item'],
    ['Sets of size $\\sqrt{n}$ for $5', 'Sets of size $\\sqrt{n}$ for \\$5'],
  ])('shows a title %s as text', (title, expected) => {
    expect(md([paper({ title })])).toContain(`- [${expected}](https://arxiv.org/abs/2408.01234)`);
  });

  it('lets a note be Markdown but nothing run', () => {
    const note =
      '<script>x</script> [a](javascript:alert(1)) [b](data:text/html,x) [c](https://ok.org/a:b) [d]: vbscript:x [e](jav&#97;script:x) <https://ok.org>';
    expect(md([paper({}, { note })])).toContain(
      '  > \\<script>x\\</script> [a](javascript%3Aalert(1)) [b](data%3Atext/html,x) [c](https://ok.org/a:b) [d]: vbscript%3Ax [e](jav%26#97;script:x) <https://ok.org>',
    );
  });

  it('encodes brackets in addresses, where they would end the link', () => {
    const links = { pdf: 'https://example.org/a(1)[2].pdf' };
    expect(md([paper({ links })])).toContain('[PDF](https://example.org/a%281%29%5b2%5d.pdf)');
  });

  it('writes no address but http and https', () => {
    const links = { page: 'javascript:alert(1)', pdf: 'data:text/html,x', code: ['blob:https://x.org/1'] };
    const text = md([paper({ links }, { ids: ['huggingface:x'] })]);
    expect(text).not.toMatch(/javascript|data:|blob/);
    expect(text).toContain('- Scaling the Diameter of Small Graphs  \n');
  });

  it('says how many authors there are where no name is known, in HTML as well', () => {
    const unnamed = paper({ authors: [], authorCount: 8 });
    expect(md([unnamed])).toContain('8 authors (names unknown) · 2024-08-02');
    expect(writeText('html', [unnamed], { now })).toContain('8 authors (names unknown)');
    expect(md([paper({ authors: [] })])).not.toContain('author');
  });
});
