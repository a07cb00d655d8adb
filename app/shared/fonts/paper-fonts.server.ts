import { Font } from '@react-pdf/renderer'
import { fontFile, fontsIn, ownFont } from './font-files.server.ts'
import { endsAnywhere, lineParts, type Script } from './scripts.ts'

const family = 'Be Vietnam Pro'
Font.register({
  family,
  fonts: [
    { src: ownFont('400Regular'), fontWeight: 400 },
    { src: ownFont('400Regular_Italic'), fontWeight: 400, fontStyle: 'italic' },
    { src: ownFont('600SemiBold'), fontWeight: 600 },
    { src: ownFont('600SemiBold_Italic'), fontWeight: 600, fontStyle: 'italic' },
  ],
})
// Vietnamese is not hyphenated, and names are not either. An empty part is a place to break without a hyphen; one at
// the end of a word without blanks, because what follows it may be of another script, and so a word of its own.
Font.registerHyphenationCallback((word) => {
  const parts = lineParts(word).flatMap((part) => [part, ''])
  return parts.length > 2 || endsAnywhere.test(word) ? parts : [word]
})

const registered = new Set<Script>()

/** The families for a paper with these words: our own first, then those of other scripts, loaded when they are needed. */
export function paperFamilies(words: string): string[] {
  const others = fontsIn(drawn(words)).map((script) => {
    const name = `Noto ${script}`
    if (!registered.has(script)) {
      // These have one weight here; an italic or bold word is drawn with it.
      const faces = [400, 600].flatMap((fontWeight) =>
        (['normal', 'italic'] as const).map((fontStyle) => ({
          src: fontFile(script),
          fontWeight,
          fontStyle,
        })),
      )
      Font.register({ family: name, fonts: faces })
      registered.add(script)
    }
    return name
  })
  return [family, ...others]
}

/**
 * Letters composed, as the fonts draw them; signs that only hold a line or a picture together are not in them. Pictures
 * made of several stand one by one, and a flag as its country's letters: the paper's library draws nothing of them.
 */
export const drawn = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\u2060|\ufe0e|\ufe0f|\p{Emoji_Modifier}|(?<=\p{Extended_Pictographic})\u200d/gu, '')
    .replace(/(?<=\p{Extended_Pictographic})(?=\p{Extended_Pictographic}|\p{Regional_Indicator})/gu, ' ')
    .replace(/\p{Regional_Indicator}/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x1f1a5))
