// Of Be Vietnam Pro at weight 600, in parts of its size, rounded up: the font itself is only in the browser.
const narrow = 0.36
const usual = 0.7
const wide = 0.98
const narrowLetters = /[ijlI1.,'’·:;|!()[\]\-ftr ]/
const wideLetters = /[mwMW@%—&]/
const capitals = /\p{Lu}/u

/** No less than a name is wide when it is set in this size; marks above and below letters add nothing. */
export function textWidth(text: string, size: number): number {
  const letters = [...text.normalize('NFD').replace(/\p{M}/gu, '')]
  const sum = letters.reduce((width, letter) => {
    if (narrowLetters.test(letter)) return width + narrow + 0.1
    if (wideLetters.test(letter)) return width + wide
    return width + (capitals.test(letter) ? usual + 0.16 : usual)
  }, 0)
  return Math.ceil(sum * size)
}
