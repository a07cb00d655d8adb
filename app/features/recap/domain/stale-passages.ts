import { fingerprint } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { RichNode } from '#db/schema/recap-content.ts'
import { nodesOf } from './rich-text.ts'

/** A note as a recap may use it: its public words, and what it says today whether or not that is approved. */
export type RecapSource = {
  words: Partial<Record<Locale, string>>
  text: { vi?: string | undefined; en?: string | undefined }
}

/** A passage that no longer says what its note says, or may not say it. */
export type StalePassage = {
  noteId: string
  kind: 'quote' | 'figure'
  /** The note has other words now; nobody has agreed to them in this language; it is gone or off the record. */
  reason: 'changed' | 'unapproved' | 'gone'
}

/** The passages of a text in a language that stand no longer, in their order. `sources` holds every note of the event. */
export function stalePassages(
  doc: RichNode,
  locale: Locale,
  sources: ReadonlyMap<string, RecapSource>,
): StalePassage[] {
  return nodesOf(doc).flatMap((node): StalePassage[] => {
    if (node.type === 'quote') {
      const noteId = String(node.attrs?.noteId ?? '')
      const reason = quoteFault(sources.get(noteId), locale, String(node.attrs?.words ?? ''))
      return reason ? [{ noteId, kind: 'quote', reason }] : []
    }
    return (node.marks ?? []).flatMap((mark): StalePassage[] => {
      if (mark.type !== 'figure') return []
      const noteId = String(mark.attrs?.noteId ?? '')
      const now = sources.get(noteId)?.text[locale]
      if (now === undefined) return [{ noteId, kind: 'figure', reason: 'gone' }]
      return fingerprint(now) === mark.attrs?.fingerprint
        ? []
        : [{ noteId, kind: 'figure', reason: 'changed' }]
    })
  })
}

function quoteFault(
  source: RecapSource | undefined,
  locale: Locale,
  words: string,
): StalePassage['reason'] | null {
  if (!source) return 'gone'
  const open = source.words[locale]
  if (open === undefined) return 'unapproved'
  return open === words ? null : 'changed'
}
