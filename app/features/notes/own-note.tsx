import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/fields/field.tsx'
import { type MarkTone, StateMark } from '#app/ui/state-mark.tsx'
import { noteKindName } from './note-labels.ts'
import type { OwnNoteView } from './words-view.server.ts'

type Refused = { locale: string; correction: string; fault: string }
type OwnNoteProps = { note: OwnNoteView; refused: Refused | undefined }

const states: Record<OwnNoteView['texts'][number]['state'], { tone: MarkTone; label: () => string }> = {
  open: { tone: 'care', label: () => m['notes.words.state-open']() },
  approved: { tone: 'good', label: () => m['notes.words.state-approved']() },
  refused: { tone: 'bad', label: () => m['notes.words.state-refused']() },
  free: { tone: 'good', label: () => m['notes.words.state-approved']() },
  missing: { tone: 'plain', label: () => m['notes.words.state-open']() },
}

/** One passage, each language with its own answer: agree as it stands, correct it and agree, or keep it out. */
export function OwnNote({ note, refused }: OwnNoteProps) {
  const heading = `note-${note.id}`
  return (
    <article className="ticket stack" aria-labelledby={heading}>
      <header className="stack tight">
        <h2 className="title-s" id={heading}>
          {[noteKindName(note.kind), note.session].filter(Boolean).join(' · ')}
        </h2>
        <p className="small soft">{m['notes.words.said-at']({ time: note.minute })}</p>
        {note.isStale && <p className="small">{m['notes.words.stale']()}</p>}
      </header>
      {note.texts.map(({ lang, words, state }) => {
        const own = refused?.locale === lang ? refused : undefined
        const label = lang === 'vi' ? m['notes.words.in-vietnamese']() : m['notes.words.in-english']()
        return (
          <form key={lang} method="post" noValidate className="stack snug" aria-label={label}>
            <p>
              <StateMark tone={states[state].tone}>{states[state].label()}</StateMark>
            </p>
            <input type="hidden" name="note" value={note.id} />
            <input type="hidden" name="locale" value={lang} />
            <input type="hidden" name="words" value={words} />
            <TextArea
              id={`words-${note.id}-${lang}`}
              name="correction"
              label={label}
              lang={lang}
              rows={Math.min(8, 2 + Math.floor(words.length / 60))}
              defaultValue={own?.correction ?? words}
              error={own?.fault}
            />
            <div className="cluster">
              <Button name="verdict" value="approved">
                {state === 'approved' ? m['notes.words.approve-change']() : m['notes.words.approve']()}
              </Button>
              {state !== 'refused' && (
                <Button name="verdict" value="refused" variant="plain">
                  {m['notes.words.refuse']()}
                </Button>
              )}
            </div>
          </form>
        )
      })}
    </article>
  )
}
