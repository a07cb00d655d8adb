import { noteKindName } from '#app/features/notes/note-labels.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { read, textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatDay, formatTime } from '#app/shared/time/format.ts'
import { heldTogether } from '#app/shared/time/line-breaks.ts'
import { Badge } from '#app/ui/badge.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { InitiativeView } from '../initiative-view.server.ts'

type Props = Pick<InitiativeView, 'initiative' | 'notes'>
type Note = Props['notes'][number]

/** Where it came from: the event, and the very notes that launched it, each leading back to its record. */
export function CameFrom({ initiative, notes }: Props) {
  const { bornAt } = initiative
  if (!bornAt && notes.length === 0) return null
  const proposals = notes.filter(({ kind }) => kind === 'proposal')
  const others = notes.filter(({ kind }) => kind !== 'proposal')
  const locale = getLocale()
  return (
    <section className="chapter" aria-labelledby="came-from">
      <h2 id="came-from">{m['public.initiative.born']()}</h2>
      <div className="stack">
        {bornAt && (
          <div className="stack tight">
            <p className="title-s">
              <a href={publicPath.event(locale, bornAt.slug)}>
                <Translated value={bornAt.title} />
              </a>
            </p>
            <p className="soft">{formatDay(bornAt.startsAt, bornAt.timeZone, locale)}</p>
          </div>
        )}
        {others.length > 0 && <NoteList notes={others} />}
        {proposals.length > 0 && (
          <div className="stack snug">
            <h3 className="title-s" id="proposals">
              {m['initiatives.page.proposals']()}
            </h3>
            <NoteList notes={proposals} />
          </div>
        )}
      </div>
    </section>
  )
}

function NoteList({ notes }: { notes: readonly Note[] }) {
  return (
    <ol className="launch-notes">
      {notes.map((note) => (
        <li key={note.id} id={`note-${note.id}`} className="stack tight">
          <NoteWords {...note} />
          <NotePlace {...note} />
        </li>
      ))}
    </ol>
  )
}

function NoteWords({ words }: Note) {
  const locale = getLocale()
  const { text, lang } = read(words, locale)
  return <p lang={lang === locale ? undefined : lang}>{heldTogether(text)}</p>
}

/** Who said it, when, and the way to where the record tells it. */
function NotePlace({ id, kind, name, honorific, saidAt, event, session }: Note) {
  const locale = getLocale()
  const time = formatTime(new Date(saidAt), event.timeZone, locale)
  const title = session ? session.title : event.title
  const page = event.hasRecap
    ? `${publicPath.recap(locale, event.slug)}#note-${id}`
    : session
      ? publicPath.session(locale, event.slug, session.slug)
      : publicPath.event(locale, event.slug)
  return (
    <p className="small soft">
      <Badge>{noteKindName(kind)}</Badge>{' '}
      {name && (
        <>
          <PersonName name={name} honorific={textIn(honorific, locale)} />
          {' · '}
        </>
      )}
      <a href={page}>
        <Translated value={title} />, {time}
      </a>
    </p>
  )
}
