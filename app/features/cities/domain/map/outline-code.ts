/** A closed line on the globe: longitude and latitude of each corner, the first not said again at the end. */
export type Ring = [number, number][]

const first = 63
const chunk = 5
const more = 1 << chunk

/**
 * Rings as one short text: each corner as its step from the one before, in units of a part of a degree, in the letters of
 * the encoded polylines that map services use. Rings are parted by a space, which is no such letter.
 */
export function writeRings(rings: readonly Ring[], unitsInDegree: number): string {
  return rings
    .map((ring) => {
      let [x, y] = [0, 0]
      return ring
        .map(([longitude, latitude]) => {
          const [toX, toY] = [Math.round(longitude * unitsInDegree), Math.round(latitude * unitsInDegree)]
          const step = letters(toX - x) + letters(toY - y)
          x = toX
          y = toY
          return step
        })
        .join('')
    })
    .join(' ')
}

/** The rings of such a text. */
export function readRings(text: string, unitsInDegree: number): Ring[] {
  if (text === '') return []
  return text.split(' ').map((part) => {
    const steps = numbers(part)
    const ring: Ring = []
    let [x, y] = [0, 0]
    for (let at = 0; at + 1 < steps.length; at += 2) {
      x += steps[at] ?? 0
      y += steps[at + 1] ?? 0
      ring.push([x / unitsInDegree, y / unitsInDegree])
    }
    return ring
  })
}

function letters(step: number): string {
  let left = step < 0 ? -2 * step - 1 : 2 * step
  let text = ''
  while (left >= more) {
    text += String.fromCharCode(first + (more | (left & (more - 1))))
    left = Math.floor(left / more)
  }
  return text + String.fromCharCode(first + left)
}

function numbers(text: string): number[] {
  const found: number[] = []
  let value = 0
  let shift = 0
  for (const letter of text) {
    const code = letter.charCodeAt(0) - first
    value += (code & (more - 1)) * 2 ** shift
    if (code & more) {
      shift += chunk
      continue
    }
    found.push(value % 2 === 1 ? -(value + 1) / 2 : value / 2)
    value = 0
    shift = 0
  }
  return found
}
