import { describe, expect, it } from 'vitest'
import { accentStyle, contrast, isColour } from './accent.ts'

const grounds = { light: ['#fcfbf8', '#f4f2ec', '#ffffff'], dark: ['#15171c', '#1c1f26', '#101216'] }
const colours = [
  '#8a1f2d',
  '#0b6e8a',
  '#ffe600',
  '#ffffff',
  '#000000',
  '#808080',
  '#00ff88',
  '#3355ff',
  '#ff7a00',
]

describe('accentStyle', () => {
  it.each(colours)('keeps every pair readable for %s', (hex) => {
    const style = accentStyle(hex)
    const at = (name: `--event-${string}`) => style[name] ?? ''
    for (const paper of grounds.light) {
      expect(contrast(at('--event-accent-ink'), paper)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(at('--event-accent'), paper)).toBeGreaterThanOrEqual(3)
    }
    for (const paper of grounds.dark) {
      expect(contrast(at('--event-accent-ink-dark'), paper)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(at('--event-accent-dark'), paper)).toBeGreaterThanOrEqual(3)
    }
    expect(contrast(at('--event-on-accent'), at('--event-accent'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(at('--event-on-accent-dark'), at('--event-accent-dark'))).toBeGreaterThanOrEqual(4.5)
  })

  it('leaves a colour alone where it is readable already', () => {
    expect(accentStyle('#8a1f2d')['--event-accent']).toBe('#8a1f2d')
  })

  it('falls back to the house colour on anything that is no colour', () => {
    expect(accentStyle('red;}')).toEqual(accentStyle('#8a1f2d'))
    expect(isColour('#8A1F2D')).toBe(false)
  })
})
