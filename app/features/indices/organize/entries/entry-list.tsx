import { m } from '#app/paraglide/messages.js'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'

type Entry = { key: string; name: TranslatedText; rank: number | null; score: number | null }

/** What an edition says, one thing a line, each with a form of its own. */
export function EntryList({ path, entries }: { path: string; entries: readonly Entry[] }) {
  return (
    <details id="entries">
      <summary>{m['indices.desk.entries']()}</summary>
      <div className="stack">
        {entries.length > 0 && (
          <DataTable
            caption={m['indices.desk.entries']()}
            captionHidden
            rows={entries}
            rowKey={({ key }) => key}
            columns={[
              {
                key: 'name',
                header: m['indices.table.place'](),
                names: true,
                cell: ({ key, name }) => (
                  <a href={`${path}/places/${key}`}>
                    <Translated value={name} />
                  </a>
                ),
              },
              {
                key: 'rank',
                header: m['indices.table.rank'](),
                align: 'end',
                cell: ({ rank }) => rank ?? '–',
              },
              {
                key: 'score',
                header: m['indices.table.score'](),
                align: 'end',
                cell: ({ score }) => score ?? '–',
              },
            ]}
          />
        )}
        <p>
          <ButtonLink variant="quiet" href={`${path}/places/new`}>
            {m['indices.desk.add-entry']()}
          </ButtonLink>
        </p>
      </div>
    </details>
  )
}
