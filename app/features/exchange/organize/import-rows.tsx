import { m } from '#app/paraglide/messages.js'
import { DataTable } from '#app/ui/data-table.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import type { PersonQuestion, PlannedRow } from '../domain/plan-import.ts'
import { unclearWords, whatWords } from './import-words.ts'

type Row = Pick<PlannedRow, 'row' | 'what' | 'title' | 'unclear'> & {
  when: string
  where: string
  people: string
  shown: string
}

const tones = { new: 'good', changed: 'care', unchanged: 'plain', unclear: 'bad' } as const

/** Every session of the file: what becomes of it, and what of it was not understood. */
export function PlannedRows({ rows }: { rows: readonly Row[] }) {
  return (
    <DataTable
      caption={m['exchange.import.rows']({ count: rows.length })}
      rows={rows.map((row, index) => ({ ...row, id: `${index}` }))}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'title',
          header: m['exchange.import.session'](),
          names: true,
          cell: ({ row, shown, unclear }) =>
            unclear.includes('title') ? (
              <span className="stack tight">
                <input type="hidden" name="row" value={row} />
                <input className="input" name="title" aria-label={m['exchange.import.title-of']({ row })} />
              </span>
            ) : (
              shown
            ),
        },
        { key: 'when', header: m['exchange.import.when'](), cell: ({ when }) => when || '—' },
        { key: 'where', header: m['exchange.import.where'](), cell: ({ where }) => where || '—' },
        { key: 'people', header: m['exchange.import.people'](), cell: ({ people }) => people || '—' },
        {
          key: 'what',
          header: m['exchange.import.what'](),
          cell: ({ what, unclear, row }) => (
            <span className="stack tight">
              <StateMark tone={tones[what]}>{whatWords(what)}</StateMark>
              <span className="faint small">{row}</span>
              {unclear.map((code) => (
                <span key={code} className="small">
                  {unclearWords(code)}
                </span>
              ))}
            </span>
          ),
        },
      ]}
    />
  )
}

/** Names that may be somebody we know: asked, never guessed. */
export function Questions({ questions }: { questions: readonly PersonQuestion[] }) {
  return (
    <fieldset className="form-group">
      <legend>{m['exchange.import.questions']()}</legend>
      {questions.map(({ name, candidates }, index) => (
        <div key={name} className="field">
          <label htmlFor={`is-${index}`}>{m['exchange.import.who-is']({ name })}</label>
          <input type="hidden" name="who" value={name} />
          <select id={`is-${index}`} name="is" className="input" defaultValue="">
            <option value="">{m['exchange.import.undecided']()}</option>
            {candidates.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
            <option value="new">{m['exchange.import.somebody-new']()}</option>
          </select>
        </div>
      ))}
    </fieldset>
  )
}
