import { initials } from '../texts/initials.ts'
import { type Circle, round, seatRadius, seatsAround } from './geometry.ts'

type Colours = { paper: string; ink: string; accent: string; rule: string }
export type RingOfNames = {
  people: readonly { name: string; host?: boolean | undefined }[]
  lettered?: boolean
}

const escaped = (text: string) => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The event's ring as SVG elements, for pictures that no page draws. */
export function ringShapes(
  { people, lettered = false }: RingOfNames,
  circle: Circle,
  colours: Colours,
): string {
  const n = Math.max(people.length, 3)
  const most = circle.r * (lettered && n < 12 ? 0.25 : 0.19)
  const r = seatRadius(n, circle.r, 0.34, most)
  const table = `<circle cx="${circle.cx}" cy="${circle.cy}" r="${round(circle.r - r * 1.9)}" fill="none" stroke="${colours.rule}" stroke-width="${round(circle.r / 60)}"/>`
  const seats = seatsAround(n, circle).map(({ x, y }, at) => {
    const person = people[at]
    const letters = lettered && r > 14 && person?.name ? initials(person.name) : ''
    const fill = person && !letters ? colours.accent : colours.paper
    const host = person?.host
      ? `<circle cx="${x}" cy="${y}" r="${round(r * 1.17 + circle.r / 100)}" fill="none" stroke="${colours.accent}" stroke-width="${round(Math.max(r / 14, circle.r / 100))}"/>`
      : ''
    const seat = `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" stroke="${colours.accent}" stroke-width="${round(Math.max(r / 14, 1))}"/>`
    const words = letters
      ? `<text x="${x}" y="${round(y + r * 0.25)}" font-family="Be Vietnam Pro" font-weight="600" font-size="${round(r * 0.72)}" text-anchor="middle" fill="${colours.ink}">${escaped(letters)}</text>`
      : ''
    return host + seat + words
  })
  return table + seats.join('')
}

/** A whole SVG picture of the ring, square: mail header, icon, badge. */
export function ringSvg(ring: RingOfNames, accent: string, size = 96): string {
  const colours = { paper: '#fcfbf8', ink: '#1a1c23', accent, rule: '#b9b4a8' }
  const shapes = ringShapes(ring, { cx: 100, cy: 100, r: 78 }, colours)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" width="${size}" height="${size}">${shapes}</svg>`
}
