import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { listHostRequests } from '../domain/host-requests.server.ts'

type HostRequest = Awaited<ReturnType<typeof listHostRequests>>[number]
type Props = { slug: string; timeZone: string; requests: HostRequest[]; mayEdit: boolean }

/** Who was asked to host and has not answered: no host yet, so neither public nor allowed anything. */
export function HostRequestsList({ slug, timeZone, requests, mayEdit }: Props) {
  const columns: Column<HostRequest>[] = [
    {
      key: 'name',
      header: m['organize.hosts.name'](),
      names: true,
      cell: ({ name }) => <Translated value={name} />,
    },
    {
      key: 'asked',
      header: m['organize.hosts.asked-at'](),
      cell: ({ createdAt }) => formatDateTime(createdAt, timeZone, getLocale()),
    },
  ]
  const removal: Column<HostRequest> = {
    key: 'removal',
    header: m['organize.hosts.take-back'](),
    actions: true,
    cell: ({ id, name }) => (
      <form method="post" action={`/organize/events/${slug}/hosts/requests/${id}/removal`}>
        <Button
          variant="plain"
          aria-label={m['organize.hosts.take-back-name']({ name: textIn(name, getLocale()) })}
        >
          {m['organize.hosts.take-back']()}
        </Button>
      </form>
    ),
  }
  return (
    <section className="stack snug" aria-labelledby="asked-hosts">
      <h2 className="title-m" id="asked-hosts">
        {m['organize.hosts.asked']()}
      </h2>
      <p className="measure soft">{m['organize.hosts.asked-lead']()}</p>
      <DataTable
        caption={m['organize.hosts.asked']()}
        captionHidden
        columns={mayEdit ? [...columns, removal] : columns}
        rows={requests}
        rowKey={({ id }) => id}
      />
    </section>
  )
}
