import { describe, expect, test, vi } from 'vitest';
import { huggingface } from '../../src/sites/huggingface';
import { type Card, isCard } from '../../src/sites/site';
import { pageOf } from '../support/page';

const url = 'https://huggingface.co/papers';
const article = (id: string, title: string, more = '') =>
  `<article><h3><a href="/papers/${id}">${title}</a></h3>${more}</article>`;
const props = (data: unknown) => JSON.stringify(data).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const withData = (data: unknown, cards: string) =>
  `<main><div data-target="DailyPapers" data-props="${props(data)}">${cards}</div></main>`;
const cardsOf = (html: string, address = url): Card[] => [...huggingface.read(pageOf(html, address))].filter(isCard);

test.each([
  ['https://huggingface.co/papers', 'listing'],
  ['https://huggingface.co/papers/', 'listing'],
  ['https://huggingface.co/papers?date=2024-08-01', 'listing'],
  ['https://huggingface.co/papers?q=kites', 'listing'],
  ['https://huggingface.co/papers/date/2026-09-14', 'listing'],
  ['https://huggingface.co/papers/week/2026-W38', 'listing'],
  ['https://huggingface.co/papers/month/2026-09', 'listing'],
  ['https://huggingface.co/papers/trending', 'listing'],
  ['https://huggingface.co/papers/2407.99105', 'paper'],
  ['https://huggingface.co/papers/2407.99105#community', 'paper'],
  ['https://huggingface.co/papers/hep-th/9901001', 'paper'],
  ['https://huggingface.co/papers/subscribe', undefined],
  ['https://huggingface.co/papersmith', undefined],
  ['https://huggingface.co/models', undefined],
])('%s is %s', (address, kind) => expect(huggingface.kind(new URL(address))).toBe(kind));

describe('data and cards', () => {
  test('664 authors are all named', () => {
    const names = Array.from({ length: 664 }, (_, at) => `Author Number${at}`);
    const paper = { id: '2407.99101', authors: names.map((name) => ({ name, hidden: false })) };
    const [card] = cardsOf(
      withData({ dailyPapers: [{ paper }] }, article('2407.99101', 'Crowd', '<li>664 authors</li>')),
    );
    expect(card?.facts()).toMatchObject({ authors: names, authorCount: 664 });
  });

  test('the data is parsed once, and not before facts are asked for', () => {
    const parse = vi.spyOn(JSON, 'parse');
    const cards = cardsOf(
      withData(
        { dailyPapers: [{ paper: { id: '2407.99101' } }] },
        article('2407.99101', 'A') + article('2407.99102', 'B'),
      ),
    );
    expect(parse).not.toHaveBeenCalled();
    for (const card of cards) card.facts();
    expect(parse).toHaveBeenCalledTimes(1);
    parse.mockRestore();
  });

  test('facts are of the paper that the element shows when they are asked for', () => {
    const data = {
      dailyPapers: [
        { paper: { id: '2407.99101', summary: 'Of A.' } },
        { paper: { id: '2407.99102', summary: 'Of B.' } },
      ],
    };
    const [card] = cardsOf(withData(data, article('2407.99101', 'A')));
    const link = card?.element.querySelector('a');
    link?.setAttribute('href', '/papers/2407.99102');
    link?.replaceChildren('B');
    expect(card?.facts()).toMatchObject({ ids: ['arxiv:2407.99102'], title: 'B', abstract: 'Of B.' });
  });

  test('values of another type than the data should have are not facts', () => {
    const paper = {
      id: '2407.99101',
      authors: [{ name: 7 }, null, 'x', { name: ' ' }],
      summary: ['x'],
      upvotes: '5',
      publishedAt: 0,
      projectPage: {},
      ai_keywords: 'x',
    };
    const [card] = cardsOf(
      withData(
        { dailyPapers: [null, 3, { paper: null }, { paper, numComments: 1.5, submittedBy: 'x' }] },
        article('2407.99101', 'A'),
      ),
    );
    expect(card?.facts()).toEqual({
      ids: ['arxiv:2407.99101'],
      title: 'A',
      rank: 1,
      links: {
        page: 'https://huggingface.co/papers/2407.99101',
        abs: 'https://arxiv.org/abs/2407.99101',
        pdf: 'https://arxiv.org/pdf/2407.99101',
      },
    });
  });

  test('what belongs to another paper is not read', () => {
    const foreign =
      '<a href="/login?next=%2Fpapers%2F2407.99109"><input type="checkbox">99</a><a href="/papers/2407.99109#community">9</a>';
    expect(cardsOf(article('2407.99101', 'A', foreign))[0]?.facts().metrics).toBeUndefined();
  });
});

test('the control goes to the end of the line with the date, of which trending cards have two, else below the text', () => {
  const place = (html: string) => cardsOf(html)[0];
  const bare = place(article('2407.99101', 'A'));
  expect(bare?.slot).toBe(bare?.element);
  expect(bare?.spot.corner).toBe('bottom-right');
  const found = place(article('2407.99101', 'A', '<div id="wide"><span>Apr 6, 2024</span></div>'));
  expect(found?.slot.id).toBe('wide');
  expect(found?.elsewhere?.map(({ slot }) => slot)).toEqual([found?.element]);
  const line = (id: string) => `<div id="${id}"><span>Published on Oct 4, 2026</span></div>`;
  const trending = place(article('2407.99101', 'A', line('wide') + line('narrow')));
  expect(trending?.slot.id).toBe('wide');
  expect(trending?.elsewhere?.map(({ slot }) => slot.id || slot.localName)).toEqual(['narrow', 'article']);
});
