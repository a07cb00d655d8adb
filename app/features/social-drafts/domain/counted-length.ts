import type { SocialNetwork } from '#app/shared/vocabulary.ts'

/** How long a post may be, and how long it is, as its network counts. */
export type NetworkRule = { limit: number; count: (text: string) => number }

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const bytes = new TextEncoder()
const graphemesOf = (text: string) => [...graphemes.segment(text)].map(({ segment }) => segment)
const isEmoji = (grapheme: string) =>
  /\p{Emoji_Presentation}|\ufe0f|\u20e3|[\u{1f1e6}-\u{1f1ff}]/u.test(grapheme)

/** An address as networks see it in a text: the full stop behind it is not part of it. */
const address = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]/gi
/** X makes links of names like danaff.vn, too. */
const bareName =
  /(?<![\p{L}\d@./-])(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:com|org|net|info|edu|gov|vn|us|uk|io|app|dev|asia|film|art)(?:\/[^\s<>"]*[^\s<>".,;:!?)\]])?(?![\p{L}\d-])/giu
/** What X and Mastodon count an address as, however long it is. */
const addressLength = 23

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const units = (text: string) => text.length

/**
 * X counts in weights (twitter-text configuration 3): what stands before U+1100 as one, all other writing as two, ả and ệ
 * among it, every emoji as two, whatever it is put together from.
 */
function weighted(text: string): number {
  let addresses = 0
  const rest = text
    .normalize('NFC')
    .replace(address, () => {
      addresses += addressLength
      return ''
    })
    .replace(bareName, (name) => {
      // A name with an ending that is none would be counted by its letters.
      addresses += Math.max(addressLength, name.length)
      return ''
    })
  return addresses + sum(graphemesOf(rest).map(weight))
}

const light: readonly [number, number][] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
]

function weight(grapheme: string): number {
  if (isEmoji(grapheme)) return 2
  const isLight = (code: number) => light.some(([from, to]) => code >= from && code <= to)
  return sum([...grapheme].map((letter) => (isLight(letter.codePointAt(0) ?? 0) ? 1 : 2)))
}

/** Mastodon counts what one sees as a letter as one, an address as 23, and of a name elsewhere only the name. */
function mastodon(text: string): number {
  const short = text
    .replace(address, 'x'.repeat(addressLength))
    .replace(/(?<![\w/])(@\w+(?:[.-]\w+)*)@[\w.-]*\w/g, '$1')
  return graphemesOf(short).length
}

/** Threads counts letters, and every emoji as the bytes it is written with. */
const threads = (text: string) =>
  sum(graphemesOf(text).map((one) => (isEmoji(one) ? bytes.encode(one).length : Array.from(one).length)))

/** Bluesky counts letters as one sees them, 300, and bytes, 3000: of letters with many marks the bytes are first. */
const bluesky = (text: string) =>
  Math.max(graphemesOf(text).length, Math.ceil(bytes.encode(text).length / 10))

/** Those without a rule of their own count UTF-16 units, as their pages' script does. */
export const networkRules: Record<SocialNetwork, NetworkRule> = {
  facebook: { limit: 63_206, count: units },
  x: { limit: 280, count: weighted },
  linkedin: { limit: 3000, count: units },
  instagram: { limit: 2200, count: units },
  threads: { limit: 500, count: threads },
  zalo: { limit: 2000, count: units },
  bluesky: { limit: 300, count: bluesky },
  mastodon: { limit: 500, count: mastodon },
}

export const fitsNetwork = (network: SocialNetwork, text: string): boolean =>
  networkRules[network].count(text) <= networkRules[network].limit
