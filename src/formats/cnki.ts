/** CNKI's own formats (E-Study and search reports): lines such as "Title-题名: …" or "标题：…"; read only. */
import { defineFormat } from './format';
import { readTagged } from './record/tagged-format';

const chinese = '标题|题名|作者|刊名|来源|文献来源|关键词|摘要|出版年|年份|卷|期|页码|网址';

export const cnki = defineFormat({
  id: 'cnki',
  name: 'CNKI',
  extension: 'txt',
  mime: 'text/plain',
  looksLike: (head) => (/^(?:Title-题名\s*[:：]|(?:标题|题名)[:：].*\n作者[:：])/m.test(head) ? 1 : 0),
  read: (text) =>
    readTagged(text, {
      line: new RegExp(`^(?<tag>[A-Za-z]{2,20}|${chinese})(?:-[^:：]{1,20})?\\s*[:：]\\s*(?<value>.*)$`),
      first: /^DataType\s*:/m.test(text)
        ? ['DataType']
        : /^SrcDatabase/m.test(text)
          ? ['SrcDatabase']
          : ['标题', '题名'],
      paragraphs: ['Summary', '摘要'],
      tags: {
        ...{
          Title: 'title',
          标题: 'title',
          题名: 'title',
          Author: 'authors',
          作者: 'authors',
          Source: 'venue',
          刊名: 'venue',
        },
        ...{ 来源: 'venue', 文献来源: 'venue', Keyword: 'tags', 关键词: 'tags', Summary: 'abstract', 摘要: 'abstract' },
        ...{
          PubTime: 'date',
          Year: 'year',
          出版年: 'year',
          年份: 'year',
          Roll: 'volume',
          Volume: 'volume',
          卷: 'volume',
        },
        ...{
          Period: 'issue',
          期: 'issue',
          Page: 'pages',
          页码: 'pages',
          URL: 'url',
          Link: 'url',
          网址: 'url',
          DOI: 'doi',
        },
        ...{ SrcDatabase: 'type', DataType: 'none' },
      },
    }),
});
