import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'

type Pair = { personId: string; name: string; otherId: string; otherName: string }

/** Pairs that are not suggested, since somebody said that they are two people; each can be taken back. */
export function DistinctTable({ home, pairs }: { home: string; pairs: Pair[] }) {
  return (
    <section className="stack snug">
      <DataTable
        caption={m['people.duplicates.distinct']()}
        rows={pairs}
        rowKey={({ personId, otherId }) => `${personId} ${otherId}`}
        columns={[
          {
            key: 'one',
            header: m['people.duplicates.one'](),
            names: true,
            cell: ({ personId, name }) => (
              <a href={`${home}/${personId}`} translate="no">
                {name}
              </a>
            ),
          },
          {
            key: 'other',
            header: m['people.duplicates.other'](),
            names: true,
            cell: ({ otherId, otherName }) => (
              <a href={`${home}/${otherId}`} translate="no">
                {otherName}
              </a>
            ),
          },
          {
            key: 'undo',
            header: m['people.duplicates.undo'](),
            actions: true,
            cell: ({ personId, otherId, name, otherName }) => (
              <form method="post" action={`${home}/${personId}/distinct/${otherId}/removal`}>
                <Button variant="quiet">
                  {m['people.duplicates.undo']()}
                  <span className="visually-hidden"> {`${name}, ${otherName}`}</span>
                </Button>
              </form>
            ),
          },
        ]}
      />
    </section>
  )
}
