const between = (/** @type {number} */ first, /** @type {number} */ last) =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, step) => first + step))

const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const toned = [...'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY'].flatMap((letter) =>
  tones.map((tone) => `${letter}${tone}`.normalize('NFC')),
)

/** What Vietnamese and English are written with: Latin-1, the toned letters, loose tones, and the signs of our texts. */
export const ownLetters = [
  between(0x20, 0x7e),
  between(0xa0, 0xff),
  ...toned,
  'đĐ',
  '\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323',
  'ıŒœŸ–—‘’‚“”„†‡•…‰‹›⁄€₫™−≈≤≥',
].join('')
