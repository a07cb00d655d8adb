import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { instantOfLocal } from '#app/features/events/domain/local-time.server.ts'
import { judgeForPerson } from '#app/features/notes/domain/judge-words.server.ts'
import { saveNote } from '#app/features/notes/domain/save-note.server.ts'
import { publishRecap } from '#app/features/recap/domain/publish-recap.server.ts'
import { chooseMaterial, saveRecapText } from '#app/features/recap/domain/write-recap.server.ts'
import type { Context } from '#app/shared/context.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { locales, recapTexts } from '#app/shared/vocabulary.ts'
import { event, note, person, session } from '../schema/index.ts'
import type { RichNode } from '../schema/recap-content.ts'
import { database } from '../transaction.server.ts'
import type { SeedNote, SeedRecord, SeedText } from './world.ts'

/** The record of an event: its notes, approved, and the recap made of them; nothing when it has notes already. */
export async function plantRecord(ctx: Context, seed: SeedRecord): Promise<void> {
  const [of] = await database().select().from(event).where(eq(event.slug, seed.event))
  if (!of || (await database().$count(note, eq(note.eventId, of.id))) > 0) return
  const sessions = await database().select().from(session).where(eq(session.eventId, of.id))
  const people = await database().select({ id: person.id, slug: person.slug }).from(person)
  const ids = new Map<string, string>()
  for (const one of seed.notes) {
    const noteId = randomUUID()
    ids.set(one.key, noteId)
    const saidAt = instantOfLocal(one.at, of.timeZone)
    if (typeof saidAt === 'string') throw new Error(`Seed ${one.key}: ${one.at} is no time (${saidAt})`)
    await saveNote(ctx, {
      eventId: of.id,
      noteId,
      revision: 0,
      content: {
        kind: one.kind,
        guestName: '',
        text: write({ vi: one.vi, en: one.en }),
        offRecord: false,
        ownerId: null,
        ownerName: '',
        dueOn: null,
        doneAt: null,
        removed: false,
        sessionId: sessions.find((each) => each.slug === one.session)?.id ?? null,
        personId: people.find((each) => each.slug === one.person)?.id ?? null,
        saidAt: saidAt.toISOString(),
      },
    })
    if (!one.person) continue
    for (const locale of locales) {
      const judged = { eventId: of.id, noteId, locale, words: one[locale], verdict: 'approved' as const }
      await judgeForPerson(ctx, { ...judged, reason: seed.approval })
    }
  }
  await chooseMaterial(ctx, { eventId: of.id, noteIds: [...ids.values()] })
  for (const kind of recapTexts) {
    for (const locale of locales) {
      const { title, lead, body } = seed.recap[kind][locale]
      const doc = docFrom(body, (key) => noteAt(seed.notes, key)[locale], ids)
      await saveRecapText(ctx, { eventId: of.id, kind, locale, revision: 0, title, lead, doc })
    }
  }
  await publishRecap(ctx, of.id)
}

function docFrom(
  body: SeedText['body'],
  words: (key: string) => string,
  ids: ReadonlyMap<string, string>,
): RichNode {
  const text = (said: string) => [{ type: 'text', text: said }]
  const paragraph = (said: string) => ({ type: 'paragraph', content: text(said) })
  const content = body.map((part): RichNode => {
    if (typeof part === 'string') return paragraph(part)
    if ('heading' in part) return { type: 'heading', attrs: { level: 2 }, content: text(part.heading) }
    if ('quote' in part) {
      return { type: 'quote', attrs: { noteId: ids.get(part.quote) ?? '', words: words(part.quote) } }
    }
    const items = part.list.map((key) => ({ type: 'listItem', content: [paragraph(words(key))] }))
    return { type: 'orderedList', content: items }
  })
  return { type: 'doc', content }
}

function noteAt(notes: readonly SeedNote[], key: string): SeedNote {
  const found = notes.find((one) => one.key === key)
  if (!found) throw new Error(`Seed: no note is called ${key}`)
  return found
}
