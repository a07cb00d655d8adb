import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openSync } from 'fontkit'
import { expect, test } from 'vitest'
import { ownLetters } from './own-letters.mjs'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const files = readdirSync(here('.')).filter((name) => name.endsWith('.woff2'))
const wanted = [...new Set(ownLetters)].sort()

test('each weight is one file that holds every letter of Vietnamese and English', () => {
  expect(files).toEqual(['sans-400.woff2', 'sans-600.woff2', 'serif-400.woff2', 'serif-600.woff2'])
  for (const name of files) {
    const font = openSync(here(name))
    if (!('characterSet' in font)) throw new Error(`${name} holds several fonts.`)
    const held = new Set(font.characterSet)
    expect(wanted.filter((letter) => !held.has(letter.codePointAt(0) ?? 0))).toEqual([])
  }
})

test('the four weigh less together than what one reading page may load', () => {
  const weight = files.reduce((sum, name) => sum + readFileSync(here(name)).length, 0)
  expect(weight).toBeLessThan(90 * 1024)
})

test('the styles ask these files for exactly their letters', () => {
  const styles = readFileSync(here('../styles/fonts.css'), 'utf8')
  for (const name of files) {
    const face = styles.split('@font-face').find((part) => part.includes(`/fonts/${name}`)) ?? ''
    const ranges = /unicode-range:([^;]+);/.exec(face)?.[1] ?? ''
    const letters = [...ranges.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].flatMap(
      ([, first = '', last]) => {
        const [from, to] = [Number.parseInt(first, 16), Number.parseInt(last ?? first, 16)]
        return Array.from({ length: to - from + 1 }, (_, step) => String.fromCodePoint(from + step))
      },
    )
    expect(letters.sort()).toEqual(wanted)
  }
})

test('the texts of the product are written with these letters', () => {
  const own = new Set(wanted)
  const texts = ['vi', 'en'].flatMap((locale) => {
    const folder = here(`../../messages/${locale}`)
    return readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
  })
  const strange = new Set([...texts.join('')].filter((sign) => /\p{L}/u.test(sign) && !own.has(sign)))
  expect([...strange]).toEqual([])
})

test('no other file answers for a letter of ours: the same weights, and nothing after ours', () => {
  const styles = readFileSync(here('../styles/fonts.css'), 'utf8')
  const faces = styles.split('@font-face').slice(1)
  const weightsOf = (face: string) => /font-weight: ([^;]+);/.exec(face)?.[1]
  for (const family of ['Be Vietnam Pro', 'Source Serif 4']) {
    const ofFamily = faces.filter((face) => face.includes(`"${family}";`))
    const own = ofFamily.filter((face) => face.includes('url("../fonts/'))
    expect(own.map(weightsOf)).toHaveLength(2)
    expect(new Set(ofFamily.map(weightsOf))).toEqual(new Set(own.map(weightsOf)))
    expect(ofFamily.slice(-2)).toEqual(own)
  }
})
