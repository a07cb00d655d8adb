import { fingerprint } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { RichNode } from '#db/schema/recap-content.ts'
import type { RecapSource } from './stale-passages.ts'

/**
 * A text whose passages of one note say what the note says now: quotes its public words, figures bound anew. Without
 * public words the quote goes; a figure of a note that is gone keeps its words and loses the tie.
 */
export function renewPassages(
  doc: RichNode,
  locale: Locale,
  noteId: string,
  source: RecapSource | undefined,
): RichNode {
  const words = source?.words[locale]
  const text = source?.text[locale]
  const renew = (node: RichNode): RichNode[] => {
    if (node.type === 'quote' && node.attrs?.noteId === noteId) {
      return words === undefined ? [] : [{ ...node, attrs: { noteId, words } }]
    }
    const marks = node.marks?.flatMap((mark) => {
      if (mark.type !== 'figure' || mark.attrs?.noteId !== noteId) return [mark]
      return text === undefined ? [] : [{ ...mark, attrs: { noteId, fingerprint: fingerprint(text) } }]
    })
    const content = node.content?.flatMap(renew)
    return [{ ...node, ...(marks && { marks }), ...(content && { content }) }]
  }
  return { ...doc, content: (doc.content ?? []).flatMap(renew) }
}
