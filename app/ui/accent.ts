const paper = { light: '#f4f2ec', dark: '#1c1f26' } as const
const pale = '#fcfbf8'
const deep = '#15171c'

type Ground = keyof typeof paper

/** True for a colour as the database keeps it: #rrggbb in small letters. */
export function isColour(value: string): boolean {
  return /^#[0-9a-f]{6}$/.test(value)
}

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = channels(hex).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast of two colours after WCAG 2: from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function mix(from: string, to: string, share: number): string {
  const target = channels(to)
  const mixed = channels(from).map((value, at) => Math.round(value + ((target[at] ?? 0) - value) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** The colour itself where it is readable on that ground, else the nearest mix with black or white that is. */
export function readable(hex: string, ground: Ground, least = 4.5): string {
  const towards = ground === 'light' ? '#000000' : '#ffffff'
  for (let share = 0; share < 1; share += 0.02) {
    const tried = mix(hex, towards, share)
    if (contrast(tried, paper[ground]) >= least) return tried
  }
  return towards
}

// A fill carries words too: where neither pale nor deep letters reach 4.5 on it, it goes on towards the ink.
function fill(hex: string, ground: Ground) {
  const towards = ground === 'light' ? '#000000' : '#ffffff'
  let colour = readable(hex, ground, 3)
  const on = () => (contrast(pale, colour) >= contrast(deep, colour) ? pale : deep)
  while (contrast(on(), colour) < 4.5) colour = mix(colour, towards, 0.04)
  return { colour, on: on() }
}

/** An event's colour made safe for both grounds, as custom properties for a `style` attribute. */
export function accentStyle(hex: string): Record<`--event-${string}`, string> {
  const colour = isColour(hex) ? hex : '#8a1f2d'
  const light = fill(colour, 'light')
  const dark = fill(colour, 'dark')
  return {
    '--event-accent': light.colour,
    '--event-accent-ink': readable(colour, 'light'),
    '--event-on-accent': light.on,
    '--event-accent-dark': dark.colour,
    '--event-accent-ink-dark': readable(colour, 'dark', 5.5),
    '--event-on-accent-dark': dark.on,
  }
}
