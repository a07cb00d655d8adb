import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { valueAt } from '#app/shared/forms/form-values.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { listHosts } from '../domain/organizations.server.ts'

type Host = Awaited<ReturnType<typeof listHosts>>[number]
type HostsListProps = {
  slug: string
  hosts: Host[]
  /** The organizations that the reader is an admin of. */
  own: string[]
  /** Those whose own words the reader may write. */
  words: string[]
  mayEdit: boolean
  refused: Refused | undefined
}

/** The hosts in the order of their names; each may only withdraw itself. */
export function HostsList({ slug, hosts, own, words, mayEdit, refused }: HostsListProps) {
  const wrong = refused?.errors.place
  const typed = (field: string, stored: number) => {
    const own = wrong ? valueAt(refused?.values, field) : undefined
    return typeof own === 'string' ? own : stored
  }
  return (
    <div className="stack">
      {wrong && <Notice tone="problem" live title={m['shared.form.wrong']()} />}
      <DataTable
        caption={m['organize.hosts.title']()}
        captionHidden
        columns={columnsOf({ slug, hosts, own, words, arrangement: mayEdit ? { typed } : null })}
        rows={hosts}
        rowKey={(host) => host.organizationId}
      />
      {mayEdit && (
        <form method="post" id="arrangement">
          <Button variant="quiet">{m['organize.hosts.arrange']()}</Button>
        </form>
      )}
    </div>
  )
}

type ColumnsAsked = Pick<HostsListProps, 'slug' | 'hosts' | 'own' | 'words'> & {
  /** What stands in the fields of whoever may arrange the hosts. */
  arrangement: { typed: (field: string, stored: number) => string | number } | null
}

function columnsOf({ slug, hosts, own, words, arrangement }: ColumnsAsked): Column<Host>[] {
  return [
    {
      key: 'name',
      header: m['organize.hosts.name'](),
      names: true,
      cell: ({ name }) => <Translated value={name} />,
    },
    {
      key: 'place',
      header: m['organize.hosts.place'](),
      cell: (host) => {
        const at = hosts.indexOf(host) + 1
        return arrangement ? (
          <input
            form="arrangement"
            name={`place.${host.organizationId}`}
            className="input input-short"
            type="number"
            min={1}
            max={999}
            defaultValue={arrangement.typed(`place.${host.organizationId}`, at)}
            aria-label={m['organize.hosts.place-of']({ name: named(host) })}
          />
        ) : (
          at
        )
      },
    },
    {
      key: 'words',
      header: m['organize.hosts.words-title'](),
      cell: (host) =>
        words.includes(host.organizationId) && (
          <a href={`/organize/events/${slug}/hosts/${host.slug}/words`}>
            {m['organize.hosts.words-title']()}
            <span className="visually-hidden">: {named(host)}</span>
          </a>
        ),
    },
    {
      key: 'withdrawal',
      header: m['organize.hosts.withdraw'](),
      actions: true,
      cell: (host) =>
        hosts.length > 1 && own.includes(host.organizationId) && <Withdrawal slug={slug} host={host} />,
    },
  ]
}

const named = (host: Host) => textIn(host.name, getLocale())

function Withdrawal({ slug, host }: { slug: string; host: Host }) {
  return (
    <details>
      <summary aria-label={m['organize.hosts.withdraw-name']({ name: named(host) })}>
        {m['organize.hosts.withdraw']()}
      </summary>
      <form
        method="post"
        action={`/organize/events/${slug}/hosts/${host.slug}/withdrawal`}
        className="stack tight"
      >
        <p className="small">{m['organize.hosts.withdraw-lead']()}</p>
        <Button variant="danger">{m['organize.hosts.withdraw-name']({ name: named(host) })}</Button>
      </form>
    </details>
  )
}
