import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { findPublishedAgenda } from '#app/features/agenda/domain/published-agenda.server.ts'
import { listInitiativesBornAt } from '#app/features/initiatives/domain/initiatives.server.ts'
import { type PublicNote, publicNotes } from '#app/features/notes/domain/stored-notes.server.ts'
import { inProtocolOrder } from '#app/features/people/domain/people-at-table.ts'
import { type Locale, type RecapText, recapTexts } from '#app/shared/vocabulary.ts'
import { file, person, recording, session, slides } from '#db/schema/index.ts'
import type { RecapContent, RecapNote, RecapWords } from '#db/schema/recap-content.ts'
import { database } from '#db/transaction.server.ts'
import { listRecapPictures } from './pictures.server.ts'
import { type DraftText, getRecapInput, type RecapInput, recapSources } from './recap-draft.server.ts'
import { nodesOf } from './rich-text.ts'
import { type StalePassage, stalePassages } from './stale-passages.ts'

export type RecapFault = StalePassage & { text: RecapText; locale: Locale }

/** The recap as it would be published at this moment, and the passages that keep it from that. `given` spares finding it. */
export async function freezeRecap(
  eventId: string,
  given?: RecapInput,
): Promise<{ content: RecapContent; faults: RecapFault[] }> {
  const { draft, notes: judged } = given ?? (await getRecapInput(eventId))
  const sources = recapSources(judged)
  const faults = draft.texts.flatMap(({ kind, locale, doc }) =>
    stalePassages(doc, locale, sources).map((one) => ({ ...one, text: kind, locale })),
  )
  const quoted = draft.texts.flatMap(({ doc }) =>
    nodesOf(doc).flatMap((node) => (node.type === 'quote' ? [String(node.attrs?.noteId)] : [])),
  )
  const [notes, people, pictures, initiatives, recordings, files] = await Promise.all([
    recapNotes([...new Set([...draft.material, ...quoted])], publicNotes(judged)),
    recapPeople(eventId),
    listRecapPictures(eventId),
    listInitiativesBornAt(eventId),
    database()
      .select({ title: recording.title, url: recording.url })
      .from(recording)
      .where(eq(recording.eventId, eventId))
      .orderBy(asc(recording.position)),
    publicSlides(eventId),
  ])
  const content = {
    texts: textsOf(draft.texts),
    notes,
    people,
    pictures,
    recordings,
    slides: files,
    initiatives: initiatives.map(({ slug, name, summary }) => ({ slug, name, summary })),
  }
  return { content, faults }
}

function textsOf(texts: readonly DraftText[]): RecapContent['texts'] {
  const of = (kind: RecapText): Partial<Record<Locale, RecapWords>> =>
    Object.fromEntries(
      texts
        .filter((one) => one.kind === kind && one.title !== '')
        .map(({ locale, title, lead, doc }) => [locale, { title, lead, doc }]),
    )
  const [article, release] = recapTexts.map(of)
  return { article: article ?? {}, 'press-release': release ?? {} }
}

/** The chosen notes with their public words, in the order given; those of which nothing may be read are left out. */
async function recapNotes(ids: string[], open: PublicNote[]): Promise<RecapNote[]> {
  const known = new Map(open.map((one) => [one.id, one]))
  const speakers = [...new Set(open.flatMap((one) => one.personId ?? []))]
  const rows = speakers.length
    ? await database()
        .select({ id: person.id, name: person.name, honorific: person.honorific, position: person.position })
        .from(person)
        .where(inArray(person.id, speakers))
    : []
  const people = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const found = known.get(id)
    if (!found) return []
    const { kind, personId, guestName, words } = found
    const said = people.get(personId ?? '')
    return [
      {
        id,
        kind,
        personId,
        words,
        name: said?.name ?? guestName,
        honorific: said?.honorific ?? {},
        position: said?.position ?? {},
      },
    ]
  })
}

async function recapPeople(eventId: string): Promise<RecapContent['people']> {
  const published = await findPublishedAgenda(eventId)
  return inProtocolOrder(published?.agenda.people ?? []).map(
    ({ id, slug, name, honorific, position, affiliation, portraitId }) => ({
      id,
      slug,
      name,
      honorific,
      position,
      affiliation,
      portraitId,
    }),
  )
}

function publicSlides(eventId: string): Promise<RecapContent['slides']> {
  return database()
    .select({
      id: slides.id,
      name: file.name,
      size: file.size,
      sessionTitle: session.title,
      personName: person.name,
    })
    .from(slides)
    .innerJoin(file, eq(file.id, slides.fileId))
    .innerJoin(session, eq(session.id, slides.sessionId))
    .innerJoin(person, eq(person.id, slides.personId))
    .where(and(eq(session.eventId, eventId), eq(slides.isPublic, true), isNull(slides.removedAt)))
    .orderBy(asc(session.startsAt), asc(slides.createdAt))
}
