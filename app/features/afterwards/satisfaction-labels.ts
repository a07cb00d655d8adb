import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { SatisfactionLevel } from './domain/feedback-figures.ts'

const words = {
  5: m['afterwards.satisfaction.5'],
  4: m['afterwards.satisfaction.4'],
  3: m['afterwards.satisfaction.3'],
  2: m['afterwards.satisfaction.2'],
  1: m['afterwards.satisfaction.1'],
}

/** What a level says, in words. */
export function satisfactionWord(level: number, locale?: Locale): string {
  return words[level as SatisfactionLevel]({}, locale ? { locale } : undefined)
}
