import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { TableSource } from '#app/ui/table-source.tsx'
import { filmColumns } from '../../domain/tables/film-columns.ts'
import { filmColumnLabel } from './film-column-labels.ts'

/** A table of films to be read: a file, or pasted. */
export function FilmsImportForm({ text, example }: { text: string; example: string }) {
  return (
    <form method="post" encType="multipart/form-data" className="form">
      <p className="soft measure">{m['films.import.lead']()}</p>
      <TableSource hint={m['films.import.columns']()} text={text} rows={10} />
      <p className="action-bar">
        <Button>{m['people.import.preview']()}</Button>
      </p>
      <details>
        <summary>{m['films.import.all-columns']()}</summary>
        <p className="soft measure">{filmColumns.map(filmColumnLabel).join(' · ')}</p>
        <p className="soft measure">{m['films.import.cells']()}</p>
        <p>
          <a href={example}>{m['films.import.as-example']()}</a>
        </p>
      </details>
    </form>
  )
}
