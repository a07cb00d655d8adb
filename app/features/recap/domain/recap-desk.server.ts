import { and, asc, eq, isNull } from 'drizzle-orm'
import { type Note, wordsState } from '#app/features/notes/domain/note.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { locales } from '#app/shared/vocabulary.ts'
import { file, person, recapVersion, recording, session, slides } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { freezeRecap } from './freeze-recap.server.ts'
import { listPictures } from './pictures.server.ts'
import { getRecapInput } from './recap-draft.server.ts'

/** A note as material: who said it, its words, and in which languages they may be read. */
export type Material = Pick<Note, 'id' | 'kind' | 'text' | 'offRecord'> & {
  name: string
  open: ('vi' | 'en')[]
  states: Record<'vi' | 'en', ReturnType<typeof wordsState>>
}

/** Everything the recap's desk shows: texts, material, pictures, what keeps it from readers, and its versions. */
export async function getRecapDesk(eventId: string) {
  const input = await getRecapInput(eventId)
  const { draft, notes } = input
  const [frozen, [shown], pictures, recordings, files] = await Promise.all([
    freezeRecap(eventId, input),
    database()
      .select({ content: recapVersion.content })
      .from(recapVersion)
      .where(and(eq(recapVersion.eventId, eventId), eq(recapVersion.number, draft.publishedNumber ?? 0))),
    listPictures(eventId),
    database()
      .select()
      .from(recording)
      .where(eq(recording.eventId, eventId))
      .orderBy(asc(recording.position)),
    database()
      .select({ id: slides.id, name: file.name, isPublic: slides.isPublic, by: person.name })
      .from(slides)
      .innerJoin(file, eq(file.id, slides.fileId))
      .innerJoin(session, eq(session.id, slides.sessionId))
      .innerJoin(person, eq(person.id, slides.personId))
      .where(and(eq(session.eventId, eventId), isNull(slides.removedAt)))
      .orderBy(asc(slides.createdAt)),
  ])
  const material = notes.map((one): Material => {
    const { id, kind, text, verdicts, words } = one
    return {
      id,
      kind,
      text,
      offRecord: one.isSecret,
      name: one.personName || one.guestName,
      open: locales.filter((locale) => words[locale] !== undefined),
      states: { vi: wordsState(one, verdicts, 'vi'), en: wordsState(one, verdicts, 'en') },
    }
  })
  return {
    ...draft,
    faults: frozen.faults,
    content: frozen.content,
    /** Readers would see something else if it were published now. */
    isChanged: !shown || !sameValue(JSON.parse(JSON.stringify(frozen.content)), shown.content),
    notes: material,
    pictures,
    recordings: recordings.map(({ id, title, url }) => ({ id, title, url })),
    files,
  }
}

export type RecapDesk = Awaited<ReturnType<typeof getRecapDesk>>
