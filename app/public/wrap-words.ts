import { lineParts } from '#app/shared/fonts/scripts.ts'

// Shares of the letter height in Be Vietnam Pro SemiBold, a little generous: nothing is measured, nothing may overflow.
const shares: [RegExp, number][] = [
  [/[\s.,:;'’!|()·–-]/u, 0.34],
  // Square ones, as those of the East and pictures are.
  [
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u303f\uff00-\uff60]/u,
    1.06,
  ],
  [/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Thai}]/u, 0.7],
  [/[iljtfrI]/u, 0.36],
  [/[mwMW]/u, 0.92],
  [/\p{Lu}|\d/u, 0.7],
]

/** How wide a text of that size is at most. */
export function widthOf(text: string, size: number): number {
  const letters = text.normalize('NFD').replace(/\p{M}/gu, '')
  return (
    [...letters].reduce((sum, letter) => sum + (shares.find(([like]) => like.test(letter))?.[1] ?? 0.6), 0) *
    size
  )
}

function cut(words: string, width: number, size: number): string {
  let kept = [...words.normalize('NFC')]
  while (kept.length > 1 && widthOf(`${kept.join('')}…`, size) > width) kept = kept.slice(0, -1)
  return `${kept.join('').trimEnd()}…`
}

/** What may stand on a line of its own, with what parts it from the word before: nothing where a writing has no blanks. */
function words(text: string) {
  return text
    .trim()
    .split(/\s+/)
    .flatMap((piece) => lineParts(piece).map((word, at) => ({ word, blank: at ? '' : ' ' })))
}

/** The text in lines that fit; what does not fit in `most` lines ends in an ellipsis. */
export function wrapWords(
  text: string,
  width: number,
  size: number,
  most = Number.POSITIVE_INFINITY,
): string[] {
  const lines: string[] = []
  let current = ''
  for (const { word, blank } of words(text)) {
    const longer = current ? current + blank + word : word
    if (widthOf(longer, size) <= width) current = longer
    else {
      if (current) lines.push(current)
      current = widthOf(word, size) <= width ? word : cut(word, width, size)
    }
  }
  if (current) lines.push(current)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), cut(lines.slice(most - 1).join(' '), width, size)]
}

/** The same lines drawn level: as narrow as their number allows, so that no word is left alone at the end. */
export function wrapLevel(text: string, width: number, size: number): string[] {
  const lines = wrapWords(text, width, size)
  let level = lines
  for (let narrower = width - size / 4; narrower > width / 2; narrower -= size / 4) {
    const tried = wrapWords(text, narrower, size)
    if (tried.length > lines.length || tried.some((words) => words.endsWith('…'))) break
    level = tried
  }
  return level
}
