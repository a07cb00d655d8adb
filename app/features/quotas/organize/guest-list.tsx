import type { SerializeFrom } from '@remix-run/node'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime } from '#app/shared/time/format.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import type { listGuests } from '../domain/guest-invitations.server.ts'

type Guest = SerializeFrom<Awaited<ReturnType<typeof listGuests>>[number]>

const states = {
  open: { tone: 'calm', word: () => m['quotas.state.open']() },
  accepted: { tone: 'good', word: () => m['quotas.state.accepted']() },
  declined: { tone: 'bad', word: () => m['quotas.state.declined']() },
  withdrawn: { tone: 'plain', word: () => m['quotas.state.withdrawn']() },
  released: { tone: 'plain', word: () => m['quotas.state.released']() },
} as const

type GuestListProps = { guests: Guest[]; timeZone: string; address: string; isOver: boolean }

/** A host's own guests, and where each of them stands. */
export function GuestList({ guests, timeZone, address, isOver }: GuestListProps) {
  if (guests.length === 0) return <p className="soft">{m['quotas.guests.none']()}</p>
  const when = (at: string | Date) => formatDateTime(new Date(at), timeZone, getLocale())
  return (
    <DataTable
      caption={m['quotas.guests.title']()}
      captionHidden
      rows={guests}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: m['quotas.guests.name'](),
          names: true,
          cell: ({ name, affiliation }) => (
            <>
              <PersonName name={name} />
              {affiliation && <span className="small soft"> · {affiliation}</span>}
            </>
          ),
        },
        { key: 'email', header: m['quotas.guests.email'](), cell: ({ email }) => email },
        {
          key: 'state',
          header: m['quotas.guests.state'](),
          cell: ({ state, answeredAt, remindedAt, replacedBy }) => (
            <>
              <StateMark tone={states[state].tone}>{states[state].word()}</StateMark>
              {answeredAt && <span className="small soft"> {when(answeredAt)}</span>}
              {state === 'open' && remindedAt && (
                <span className="small soft"> {m['quotas.guests.reminded']({ when: when(remindedAt) })}</span>
              )}
              {replacedBy && (
                <span className="small soft"> {m['quotas.guests.replaced']({ name: replacedBy })}</span>
              )}
            </>
          ),
        },
        {
          key: 'steps',
          header: m['quotas.guests.steps'](),
          actions: true,
          cell: (guest) => <Steps guest={guest} address={address} isOver={isOver} />,
        },
      ]}
    />
  )
}

const mayReplace = ({ state, replacedBy }: Guest) =>
  replacedBy === null && (state === 'open' || state === 'accepted' || state === 'declined')

function Steps({ guest, address, isOver }: { guest: Guest; address: string; isOver: boolean }) {
  const { id, name, state } = guest
  return (
    <div className="cluster">
      {!isOver && mayReplace(guest) && (
        <ButtonLink
          variant="quiet"
          href={`${address}/guests/${id}/replacement`}
          aria-label={m['quotas.replace.of']({ name })}
        >
          {m['quotas.replace.short']()}
        </ButtonLink>
      )}
      {state === 'open' && (
        <form method="post" action={`${address}/guests/${id}/withdrawal`}>
          <Button variant="quiet" aria-label={m['quotas.withdraw.of']({ name })}>
            {m['quotas.withdraw.title']()}
          </Button>
        </form>
      )}
    </div>
  )
}
