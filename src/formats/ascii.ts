/** Transliterates text into ASCII, for citation keys and old programs. */

/** Letters that Unicode does not decompose into a base letter and an accent. */
const letters: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', Æ: 'Ae', œ: 'oe', Œ: 'Oe', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D' },
  ...{ þ: 'th', Þ: 'Th', ı: 'i', ħ: 'h', Ħ: 'H', ŋ: 'ng', ə: 'e', Ə: 'E' },
  ...{ α: 'a', β: 'b', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n' },
  ...{ ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o' },
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', к: 'k', л: 'l', м: 'm', н: 'n' },
  ...{ о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch' },
  ...{ ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', і: 'i', є: 'ye', ґ: 'g' },
};

/** Drops accents, transliterates Greek and Cyrillic; drops anything else (Chinese, emoji). */
export function ascii(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  let out = '';
  for (const char of text.normalize('NFKD')) {
    if (char.charCodeAt(0) < 128) out += char;
    else {
      const lower = char.toLowerCase();
      const found = letters[char] ?? letters[lower];
      if (found !== undefined) out += char === lower || letters[char] !== undefined ? found : capital(found);
    }
  }
  return out;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
