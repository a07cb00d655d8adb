import { expect, it } from 'vitest'
import { mapLinks } from './map-links.ts'

const text = 'Rạp Lê Độ, 46 Trần Phú, Đà Nẵng'

it('finds a place by its coordinates where they are known', () => {
  expect(mapLinks({ text, latitude: 16.0678, longitude: -108.5 })).toEqual({
    openStreetMap: 'https://www.openstreetmap.org/?mlat=16.0678&mlon=-108.5#map=17/16.0678/-108.5',
    google: 'https://www.google.com/maps/search/?api=1&query=16.0678%2C-108.5',
    apple: `https://maps.apple.com/?ll=16.0678%2C-108.5&q=${encodeURIComponent(text)}`,
  })
})

it('and by the words of its address where they are not, whatever these hold', () => {
  const words = 'A & B, 1/2 Nguyễn Huệ + #3'
  const { openStreetMap, google, apple } = mapLinks({ text: words, latitude: null, longitude: null })
  for (const [link, name] of [
    [openStreetMap, 'query'],
    [google, 'query'],
    [apple, 'q'],
  ] as const) {
    expect(new URL(link).searchParams.get(name)).toBe(words)
    expect(link).not.toContain('+')
  }
})
