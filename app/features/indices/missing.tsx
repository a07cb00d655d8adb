import type { Locale } from '#app/shared/vocabulary.ts'

/** What is not known looks like it: a dash for the eye, and the words. */
export function Missing({ words }: { words: string }) {
  return (
    <span className="not-known">
      <span aria-hidden="true">–</span> <span className="small">{words}</span>
    </span>
  )
}

/** A figure as the language writes it, with no more digits than it has. */
export function figureText(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-US', { maximumFractionDigits: 9 }).format(
    value,
  )
}
