/** Writing that our own letters (Latin with Vietnamese) lack, and for which there is a font. */
export const scripts = ['european', 'arabic', 'thai', 'chinese', 'korean', 'emoji'] as const
export type Script = (typeof scripts)[number]

const signs: Record<Script, RegExp> = {
  european: /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]/u,
  arabic: /\p{Script=Arabic}/u,
  thai: /\p{Script=Thai}/u,
  // One font has the letters of Japan too.
  chinese: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u,
  korean: /\p{Script=Hangul}/u,
  emoji: /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u,
}
const common = /\p{Script=Common}/u

/** Which fonts may have a sign that our own lack, the likeliest first. */
export function fontsFor(sign: string): Script[] {
  const own = scripts.filter((script) => signs[script].test(sign))
  const all: Script[] = common.test(sign) ? ['european', 'emoji', 'chinese'] : []
  return [...new Set([...own, ...all])]
}

/** Signs that are not drawn: they hold letters together, turn the direction or choose a form. */
export const unseen = /[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]|\p{Variation_Selector}/u

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
/** A word after whose last sign a line may break. */
export const endsAnywhere =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Extended_Pictographic}]$/u
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** A word in the pieces between which a line may break: only writing without blanks has more than one. */
export function lineParts(word: string): string[] {
  if (!unspaced.test(word)) return [word]
  const parts: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(word)) {
    // A sign stays on the line of the word before it, an opening one with what follows.
    const last = parts.at(-1)
    if (last !== undefined && ((!isWordLike && !/^\p{Ps}/u.test(segment)) || /\p{Ps}$/u.test(last)))
      parts[parts.length - 1] = last + segment
    else parts.push(segment)
  }
  return parts
}
