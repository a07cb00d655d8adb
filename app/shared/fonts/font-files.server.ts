import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type * as Fontkit from 'fontkit'
import { fontsFor, type Script, scripts, unseen } from './scripts.ts'

const require = createRequire(import.meta.url)
const { resolve } = require
const noto = (name: string, face: string) =>
  resolve(`@expo-google-fonts/${name}/400Regular/${face}_400Regular.ttf`)
// This package names its fonts, not its files: they lie beside its entry.
const wide = (part: string, face: string) =>
  join(dirname(resolve(`@embedpdf/fonts-${part}`)), '..', 'fonts', face)

/** One weight of our own letters. */
export const ownFont = (face: '400Regular' | '400Regular_Italic' | '600SemiBold' | '600SemiBold_Italic') =>
  resolve(`@expo-google-fonts/be-vietnam-pro/${face}/BeVietnamPro_${face}.ttf`)

export type FontName = 'own' | Script

const files: Record<FontName, () => string> = {
  own: () => ownFont('600SemiBold'),
  european: () => noto('noto-sans', 'NotoSans'),
  arabic: () => noto('noto-sans-arabic', 'NotoSansArabic'),
  thai: () => noto('noto-sans-thai', 'NotoSansThai'),
  chinese: () => wide('sc', 'NotoSansHans-Regular.otf'),
  korean: () => wide('kr', 'NotoSansKR-Regular.otf'),
  emoji: () => noto('noto-emoji', 'NotoEmoji'),
}

export const fontFile = (name: FontName) => files[name]()

type Opened = { font: Fontkit.Font; has: ReadonlySet<number> }
const read = new Map<FontName, Opened>()

/** Read once and when first needed: the fonts of the East are large. */
function opened(name: FontName): Opened {
  const known = read.get(name)
  if (known) return known
  // Loaded with the first font: a process that draws nothing has no need of it.
  const fontkit: typeof Fontkit = require('fontkit')
  const font = fontkit.openSync(fontFile(name))
  if (!('characterSet' in font)) throw new Error(`${name}: a collection, not a font`)
  const made = { font, has: new Set(font.characterSet) }
  read.set(name, made)
  return made
}

/** How wide a run is in its font, in shares of the letters' size. */
export function runWidth({ font, text }: Run): number {
  const drawing = opened(font).font
  return drawing.layout(text).advanceWidth / drawing.unitsPerEm
}

const has = (name: FontName, sign: string) => opened(name).has.has(sign.codePointAt(0) ?? 0)

export type Run = { font: FontName; text: string }

/** A text in runs of one font each, by the fonts' own character tables; what no font has stays in the run it is in. */
export function fontRuns(text: string): Run[] {
  const runs: Run[] = []
  for (const sign of text) {
    const last = runs.at(-1)
    const stays = last && (unseen.test(sign) || (/\p{M}/u.test(sign) && has(last.font, sign)))
    const font = stays ? last.font : (fontOf(sign) ?? last?.font ?? 'own')
    if (last?.font === font) last.text += sign
    else runs.push({ font, text: sign })
  }
  return runs
}

function fontOf(sign: string): FontName | undefined {
  if (unseen.test(sign) || has('own', sign)) return 'own'
  return fontsFor(sign).find((name) => has(name, sign))
}

/** The fonts a text needs besides our own. */
export function fontsIn(text: string): Script[] {
  const found = new Set<Script>()
  for (const sign of new Set(text)) {
    const font = fontOf(sign)
    if (font && font !== 'own') found.add(font)
  }
  // Those of the East come late: they have Greek and Cyrillic too, as wide as their own.
  return scripts.filter((script) => found.has(script))
}

/** Letters of a text that no font has, each once: a paper or a picture would leave them out or show boxes. */
export const lettersWithoutFont = (text: string): string[] =>
  [...new Set(text.normalize('NFC'))].filter((sign) => fontOf(sign) === undefined)
