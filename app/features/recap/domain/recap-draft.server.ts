import { asc, desc, eq } from 'drizzle-orm'
import { type JudgedNote, listJudgedNotes } from '#app/features/notes/domain/stored-notes.server.ts'
import { fingerprint } from '#app/shared/i18n/translated-text.ts'
import type { Locale, RecapText } from '#app/shared/vocabulary.ts'
import { recap, recapMaterial, recapText, recapVersion } from '#db/schema/index.ts'
import type { RichNode } from '#db/schema/recap-content.ts'
import { database } from '#db/transaction.server.ts'
import { wordsOf } from './rich-text.ts'
import type { RecapSource } from './stale-passages.ts'

export type DraftText = {
  kind: RecapText
  locale: Locale
  title: string
  lead: string
  doc: RichNode
  revision: number
  /** The text in the other language changed since this one was made from it. */
  isStale: boolean
}

/** What a text says, for telling whether a translation was made from it as it stands. */
export function textFingerprint({
  title,
  lead,
  doc,
}: {
  title: string
  lead: string
  doc: RichNode
}): string {
  return fingerprint([title, lead, wordsOf(doc)].join('\n'))
}

/** The recap of an event as its organizers write it, and what of it was published. */
export async function getRecapDraft(eventId: string) {
  const [[head], rows, material, versions] = await Promise.all([
    database().select().from(recap).where(eq(recap.eventId, eventId)),
    database().select().from(recapText).where(eq(recapText.eventId, eventId)),
    database()
      .select({ noteId: recapMaterial.noteId })
      .from(recapMaterial)
      .where(eq(recapMaterial.eventId, eventId))
      .orderBy(asc(recapMaterial.position)),
    database()
      .select({ number: recapVersion.number, publishedAt: recapVersion.publishedAt })
      .from(recapVersion)
      .where(eq(recapVersion.eventId, eventId))
      .orderBy(desc(recapVersion.number)),
  ])
  const texts = rows.map((row): DraftText => {
    const { kind, locale, title, lead, doc, revision, madeFrom } = row
    const other = rows.find((one) => one.kind === kind && one.locale !== locale)
    const isStale = madeFrom !== null && other !== undefined && madeFrom !== textFingerprint(other)
    return { kind, locale, title, lead, doc, revision, isStale }
  })
  return {
    texts,
    material: material.map((one) => one.noteId),
    versions,
    publishedNumber: head?.publishedNumber ?? null,
  }
}

export type RecapInput = { draft: Awaited<ReturnType<typeof getRecapDraft>>; notes: JudgedNote[] }

/** All that a recap is made of: its draft, and the notes of the event, which are found once. */
export async function getRecapInput(eventId: string): Promise<RecapInput> {
  const [draft, notes] = await Promise.all([getRecapDraft(eventId), listJudgedNotes(eventId)])
  return { draft, notes }
}

/** Every note of an event as a recap may use it, by id. */
export function recapSources(notes: readonly JudgedNote[]): Map<string, RecapSource> {
  return new Map(notes.map(({ id, text, words }) => [id, { text, words }]))
}
