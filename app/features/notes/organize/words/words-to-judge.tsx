import type { wordsState } from '#app/features/notes/domain/note.ts'
import { noteKindName } from '#app/features/notes/note-labels.ts'
import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import { type MarkTone, StateMark } from '#app/ui/state-mark.tsx'

type State = ReturnType<typeof wordsState>
type Judged = {
  id: string
  kind: Parameters<typeof noteKindName>[0]
  text: { vi?: string | undefined; en?: string | undefined }
  states: Record<Locale, State>
}
type Refused = { locale: string; reason: string; fault: string }
type Props = { note: Judged; mayApprove: boolean; refused: Refused | undefined }

const marks: Record<State, { tone: MarkTone; label: () => string }> = {
  open: { tone: 'care', label: () => m['notes.approvals.state-open']() },
  approved: { tone: 'good', label: () => m['notes.approvals.state-approved']() },
  refused: { tone: 'bad', label: () => m['notes.approvals.state-refused']() },
  free: { tone: 'good', label: () => m['notes.approvals.state-approved']() },
  missing: { tone: 'plain', label: () => m['notes.approvals.state-missing']() },
}

/** A note in both languages with how its words stand; an organizer may answer for the person, and says why. */
export function WordsToJudge({ note, mayApprove, refused }: Props) {
  return (
    <article className="judged stack snug" id={`note-${note.id}`} aria-label={noteKindName(note.kind)}>
      <p className="label">{noteKindName(note.kind)}</p>
      <div className="judged-words">
        {(['vi', 'en'] as const).map((locale) => {
          const words = note.text[locale]
          const state = note.states[locale]
          const own = refused?.locale === locale ? refused : undefined
          return (
            <div className="stack snug" key={locale}>
              <p className="cluster">
                <span className="label">
                  {locale === 'vi' ? m['notes.words.in-vietnamese']() : m['notes.words.in-english']()}
                </span>
                <StateMark tone={marks[state].tone}>{marks[state].label()}</StateMark>
              </p>
              {words && (
                <p className="measure" lang={locale}>
                  {words}
                </p>
              )}
              {words && mayApprove && (
                <details open={own !== undefined}>
                  <summary>{m['notes.approvals.answer-for']()}</summary>
                  <form method="post" noValidate className="form">
                    <input type="hidden" name="note" value={note.id} />
                    <input type="hidden" name="locale" value={locale} />
                    <input type="hidden" name="words" value={words} />
                    <TextField
                      id={`reason-${note.id}-${locale}`}
                      name="reason"
                      label={m['notes.approvals.reason']()}
                      hint={m['notes.approvals.reason-hint']()}
                      defaultValue={own?.reason ?? ''}
                      error={own?.fault}
                    />
                    <div className="cluster">
                      {state !== 'approved' && (
                        <Button name="verdict" value="approved" variant="quiet">
                          {m['notes.approvals.approve']()}
                        </Button>
                      )}
                      {state !== 'refused' && (
                        <Button name="verdict" value="refused" variant="plain">
                          {m['notes.approvals.refuse']()}
                        </Button>
                      )}
                    </div>
                  </form>
                </details>
              )}
            </div>
          )
        })}
      </div>
    </article>
  )
}
