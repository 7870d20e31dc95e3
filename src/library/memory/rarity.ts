/** How rare words are, from the table of common words. Fixed, so that what is added to a sum can be subtracted again. Pure. */
import { commonWords, otherRarity } from './common-words';

/** Pairs of characters that most Chinese and Japanese abstracts have; the table is of English papers. */
const commonPairs = new Set(
  `方法 模型 研究 提出 基于 基於 数据 數據 实验 實驗 结果 結果 表明 学习 學習 算法 分析 问题 問題 性能 系统 系統 进行 進行 通过 使用 文章
  论文 論文 任务 任務 技术 技術 网络 網絡 提高 实现 實現 应用 應用 影响 影響 不同 有效 相关 能力 训练 生成 手法 提案 検討 評価 結果 実験 本研 究で
  デー ータ モデ デル 学習 利用 効果 解析 影響 必要 可能 情報 処理`.split(/\s+/),
);
const commonPairRarity = 2.5;

let table: Map<string, number> | undefined;

function read(): Map<string, number> {
  const made = new Map<string, number>();
  for (const line of commonWords.split('\n')) {
    const [sixteenths, ...words] = line.split(' ');
    for (const word of words) made.set(word, Number(sixteenths) / 16);
  }
  return made;
}

/** Inverse document frequency of a word (`Word.word`): 0.8 for the commonest, 5.8 for every word outside of the table. */
export function rarityOf(word: string): number {
  table ??= read();
  return table.get(word) ?? otherRarity / 16;
}

/** The same for two neighbouring characters of a script without spaces. */
export const rarityOfCharacters = (pair: string): number =>
  commonPairs.has(pair) ? commonPairRarity : otherRarity / 16;
