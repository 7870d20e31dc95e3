import { describe, expect, it } from 'vitest';
import { assignKeys, keyFrom, keyTemplates, templateProblem } from '../../src/formats/citation-keys';
import { paper } from './support/papers';

const li = paper({ title: 'Learning Deep Generative Models of Graphs', authors: ['Yujia Li'], published: '2018-03' });

describe('citation keys', () => {
  it('follow the three customs', () => {
    expect(keyFrom(keyTemplates['better-bibtex'], li)).toBe('liLearningDeepGenerative2018');
    expect(keyFrom(keyTemplates.zotero, li)).toBe('li_learning_2018');
    expect(keyFrom(keyTemplates.arxiv, li)).toBe('li2018learning');
  });

  it.each([
    ['Attention Is All You Need', 'vaswaniAttentionAllYou2017'],
    ['BERT: Pre-training of Deep Bidirectional Transformers', 'vaswaniBERTPretrainingDeep2017'],
    ['On the $L^2$-Norm', 'vaswaniL2Norm2017'],
    ['The', 'vaswaniThe2017'],
  ])('of %s leave out what titles are not known by', (title, expected) => {
    expect(
      keyFrom(keyTemplates['better-bibtex'], paper({ title, authors: ['Ashish Vaswani'], published: '2017' })),
    ).toBe(expected);
  });

  it('transliterate, drop particles, and fall back to the id where no Latin letter is left', () => {
    const key = (author: string, title = 'Über Größe') =>
      keyFrom('[auth:lower][year][title]', paper({ title, authors: [author], published: '2024' }));
    expect(key('José van der Müller-Łoś')).toBe('mullerlos2024Uber');
    expect(key('Иван Петров')).toBe('petrov2024Uber');
    expect(key('张三', '图')).toBe('zhang2024');
    expect(key('欧阳 修', '图')).toBe('ouyang2024');
    expect(key('김 철수', '그림')).toBe('kim2024');
    expect(key('やまだ', '図')).toBe('2024-arxiv240801234');
  });

  it('may follow a template of one’s own', () => {
    expect(keyFrom('[auths:2:abbr:upper]-[yy].[month]:[venue]+[id]', paper({ venue: 'ICML 2024' }))).toBe(
      'LB-24.08:ICML+240801234',
    );
    expect(templateProblem('[auth:lower][year][shorttitle:3]')).toBeUndefined();
    expect(templateProblem('[author]')).toBe('[author]');
    expect(templateProblem('[auth:0]')).toBe('[auth:0]');
    expect(templateProblem('[auth]{x}')).toBe('{');
    expect(templateProblem('same')).toBe('same');
    expect(templateProblem('[auth')).toBe('[');
  });

  it('differ, also but for case, with the suffix of their custom', () => {
    expect(assignKeys([li, li, li])).toEqual([
      'liLearningDeepGenerative2018',
      'liLearningDeepGenerative2018a',
      'liLearningDeepGenerative2018b',
    ]);
    expect(assignKeys([li, li], keyTemplates.zotero)).toEqual(['li_learning_2018', 'li_learning_2018-1']);
    expect(assignKeys([li], keyTemplates.arxiv, ['LI2018learning'])).toEqual(['li2018learninga']);
    const many = assignKeys(Array.from({ length: 800 }, () => li));
    expect(new Set(many).size).toBe(800);
    expect(many[27]).toBe('liLearningDeepGenerative2018aa');
  });

  it('stay with the paper they were given to', () => {
    const kept = { ...li, citationKeys: { [keyTemplates.zotero]: 'li_learning_2018' } };
    expect(assignKeys([li, kept], keyTemplates.zotero)).toEqual(['li_learning_2018-1', 'li_learning_2018']);
    const renamed = { ...kept, facts: { ...li.facts, title: 'Other' } };
    expect(assignKeys([renamed], keyTemplates.zotero)).toEqual(['li_learning_2018']);
    const bad = { ...li, citationKeys: { [keyTemplates.arxiv]: 'a, title = {x}' } };
    expect(assignKeys([bad], keyTemplates.arxiv)).toEqual(['li2018learning']);
  });

  it('differ where two imported files gave two papers the same key', () => {
    const imported = { ...li, citationKeys: { file: 'li2018' } };
    const other = { ...imported, facts: { ...li.facts, title: 'Other' } };
    expect(assignKeys([imported, other])).toEqual(['li2018', 'li2018a']);
  });
});
