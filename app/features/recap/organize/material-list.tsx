import { noteKindName } from '#app/features/notes/note-labels.ts'
import { m } from '#app/paraglide/messages.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import type { Material, RecapDesk } from '../domain/recap-desk.server.ts'
import type { MaterialMove } from '../domain/recap-parts.server.ts'

type Props = { desk: Pick<RecapDesk, 'notes' | 'material'>; here: string; locale: Locale }

/** The notes that go into the recap, in their order, and those that could. */
export function MaterialList({ desk, here, locale }: Props) {
  const chosen = desk.material.flatMap((id) => desk.notes.find((one) => one.id === id) ?? [])
  const others = desk.notes.filter((one) => !one.offRecord && !desk.material.includes(one.id))
  return (
    <section className="stack" aria-labelledby="material">
      <h2 className="title-m" id="material">
        {m['recap.desk.material']()}
      </h2>
      <p className="measure soft">{m['recap.desk.material-lead']()}</p>
      {chosen.length === 0 && <p>{m['recap.desk.material-none']()}</p>}
      <ol className="material">
        {chosen.map((note, at) => (
          <Line key={note.id} note={note} locale={locale}>
            {at > 0 && <Move note={note} move="earlier" here={here} locale={locale} />}
            {at < chosen.length - 1 && <Move note={note} move="later" here={here} locale={locale} />}
            <Move note={note} move="remove" here={here} locale={locale} />
          </Line>
        ))}
      </ol>
      {others.length > 0 && (
        <details>
          <summary>{m['recap.desk.others']({ count: others.length })}</summary>
          <ul className="material">
            {others.map((note) => (
              <Line key={note.id} note={note} locale={locale}>
                <Move note={note} move="add" here={here} locale={locale} />
              </Line>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Line({ note, locale, children }: { note: Material; locale: Locale; children: React.ReactNode }) {
  const { kind, name, text, open } = note
  return (
    <li className="stack tight" id={`material-${note.id}`}>
      <p>
        <span className="label">{noteKindName(kind)}</span> {name && <strong>{name}</strong>}
      </p>
      <p>{textIn(text, locale)}</p>
      <p className="cluster small">
        {(['vi', 'en'] as const).map((lang) => {
          const words = lang === 'vi' ? 'Tiếng Việt' : 'English'
          return open.includes(lang) ? (
            <StateMark key={lang} tone="good">
              {words}
            </StateMark>
          ) : (
            <StateMark key={lang} tone="care">
              {m['recap.desk.not-open']({ language: words })}
            </StateMark>
          )
        })}
      </p>
      <div className="cluster">{children}</div>
    </li>
  )
}

const moves: Record<MaterialMove, () => string> = {
  add: () => m['recap.desk.add'](),
  remove: () => m['recap.desk.remove'](),
  earlier: () => m['recap.desk.earlier'](),
  later: () => m['recap.desk.later'](),
}

function Move({
  note,
  move,
  here,
  locale,
}: {
  note: Material
  move: MaterialMove
  here: string
  locale: Locale
}) {
  return (
    <form method="post" action={here}>
      <input type="hidden" name="step" value="material" />
      <input type="hidden" name="note" value={note.id} />
      <Button
        name="move"
        value={move}
        variant={move === 'add' ? 'quiet' : 'plain'}
        aria-label={`${moves[move]()}: ${textIn(note.text, locale).slice(0, 60)}`}
      >
        {moves[move]()}
      </Button>
    </form>
  )
}
