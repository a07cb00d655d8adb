import { roleName } from '#app/organize/vocabulary-labels.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDay } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import type { listMemberInvitations } from '../domain/member-invitations.server.ts'

type Invitation = Awaited<ReturnType<typeof listMemberInvitations>>[number] & { isExpired: boolean }
type Props = { slug: string; invitations: Invitation[] }

/** Who was asked to join and has not accepted yet: to be asked again, or no more. */
export function MemberInvitationsList({ slug, invitations }: Props) {
  const address = (id: string) => `/organize/organizations/${slug}/members/invitations/${id}`
  const day = (at: Date) => formatDay(at, 'Asia/Ho_Chi_Minh', getLocale())
  const columns: Column<Invitation>[] = [
    {
      key: 'name',
      header: m['organize.members.name'](),
      names: true,
      cell: ({ name }) => <PersonName name={name} />,
    },
    { key: 'email', header: m['organize.members.email'](), cell: ({ email }) => email },
    { key: 'role', header: m['organize.members.role'](), cell: ({ role }) => roleName(role) },
    {
      key: 'until',
      header: m['organize.members.invited-until'](),
      cell: ({ expiresAt, isExpired }) =>
        isExpired ? m['organize.members.invitation-expired']() : day(expiresAt),
    },
    {
      key: 'actions',
      header: m['organize.members.invitation-actions'](),
      actions: true,
      cell: ({ id, name }) => (
        <div className="cluster">
          <form method="post" action={`${address(id)}/resend`}>
            <Button variant="quiet" aria-label={m['organize.members.resend-to']({ name })}>
              {m['organize.members.resend']()}
            </Button>
          </form>
          <form method="post" action={`${address(id)}/withdrawal`}>
            <Button variant="plain" aria-label={m['organize.members.withdraw-of']({ name })}>
              {m['organize.members.withdraw']()}
            </Button>
          </form>
        </div>
      ),
    },
  ]
  return (
    <section className="stack snug" aria-labelledby="invited">
      <h2 className="title-m" id="invited">
        {m['organize.members.invited']()}
      </h2>
      <DataTable
        caption={m['organize.members.invited']()}
        captionHidden
        columns={columns}
        rows={invitations}
        rowKey={({ id }) => id}
      />
    </section>
  )
}
