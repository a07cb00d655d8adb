import type { Note } from '#app/features/notes/domain/note.ts'
import { noteKindName } from '#app/features/notes/note-labels.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatTime } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import type { NoteContent } from '../../domain/note-content.ts'
import type { NoteStore, ShownNote } from '../desk/note-store.ts'

type Props = {
  note: ShownNote
  stored: Note
  event: { timeZone: string }
  people: Map<string, string>
  store: NoteStore
}

/** Two wrote the same note: both versions beside each other, and a choice. Neither is lost: the history has theirs. */
export function NoteClash({ note, stored, event, people, store }: Props) {
  const sides = [
    { which: 'mine', version: note, title: m['notes.clash.mine'](), act: m['notes.clash.keep-mine']() },
    {
      which: 'theirs',
      version: stored,
      title: m['notes.clash.theirs'](),
      act: m['notes.clash.keep-theirs'](),
    },
  ] as const
  return (
    <section className="note-clash" aria-label={m['notes.clash.title']()}>
      <p>
        <StateMark tone="bad" shape="alert">
          {m['notes.clash.title']()}
        </StateMark>
      </p>
      <div className="pair">
        {sides.map(({ which, version, title, act }) => (
          <div key={which} className="stack snug">
            <p className="label">{title}</p>
            <Version version={version} people={people} timeZone={event.timeZone} />
            <div>
              <Button type="button" variant="quiet" onClick={() => store.choose(note.id, which)}>
                {act}
              </Button>
            </div>
          </div>
        ))}
      </div>
    </section>
  )
}

type VersionProps = {
  version: NoteContent & { personName?: string }
  people: Map<string, string>
  timeZone: string
}

function Version({ version, people, timeZone }: VersionProps) {
  const id = version.personId ?? version.ownerId
  const name = (id && people.get(id)) || version.guestName || version.ownerName || m['notes.entry.nobody']()
  return (
    <>
      <p className="small soft">
        {[formatTime(new Date(version.saidAt), timeZone, getLocale()), noteKindName(version.kind), name].join(
          ' · ',
        )}
        {version.offRecord && ` · ${m['notes.mark.off-record']()}`}
        {version.removed && ` · ${m['notes.mark.removed']()}`}
      </p>
      {(['vi', 'en'] as const).map(
        (locale) =>
          version.text[locale] && (
            <p key={locale} className="note-words" lang={locale}>
              {version.text[locale]}
            </p>
          ),
      )}
    </>
  )
}
