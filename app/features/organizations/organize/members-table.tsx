import { roleName } from '#app/organize/vocabulary-labels.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDay } from '#app/shared/time/format.ts'
import { memberRoles } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import type { listMembers } from '../domain/organizations.server.ts'

type Member = Awaited<ReturnType<typeof listMembers>>[number]
type MembersTableProps = { slug: string; members: Member[]; mayEdit: boolean }

/** Everybody in an organization; for its admins, with a role to choose and a way out. */
export function MembersTable({ slug, members, mayEdit }: MembersTableProps) {
  const admins = members.filter(({ role }) => role === 'admin').length
  const isKept = (member: Member) => member.role === 'admin' && admins === 1
  const address = (member: Member) => `/organize/organizations/${slug}/members/${member.accountId}`
  const columns: Column<Member>[] = [
    {
      key: 'name',
      header: m['organize.members.name'](),
      names: true,
      cell: ({ name }) => <PersonName name={name} />,
    },
    { key: 'email', header: m['organize.members.email'](), cell: ({ email }) => email },
    {
      key: 'role',
      header: m['organize.members.role'](),
      cell: (member) =>
        mayEdit && !isKept(member) ? (
          <RoleForm action={`${address(member)}/role`} member={member} />
        ) : (
          roleName(member.role)
        ),
    },
    {
      key: 'seen',
      header: m['organize.members.seen'](),
      cell: ({ lastSeenAt }) =>
        lastSeenAt ? formatDay(lastSeenAt, 'Asia/Ho_Chi_Minh', getLocale()) : m['organize.members.never'](),
    },
  ]
  const removal: Column<Member> = {
    key: 'removal',
    header: m['organize.members.remove'](),
    actions: true,
    cell: (member) =>
      !isKept(member) && (
        <form method="post" action={`${address(member)}/removal`}>
          <Button variant="plain" aria-label={m['organize.members.remove-name']({ name: member.name })}>
            {m['organize.members.remove']()}
          </Button>
        </form>
      ),
  }
  return (
    <DataTable
      caption={m['organize.members.title']()}
      captionHidden
      columns={mayEdit ? [...columns, removal] : columns}
      rows={members}
      rowKey={(member) => member.accountId}
    />
  )
}

function RoleForm({ action, member }: { action: string; member: Member }) {
  return (
    <form method="post" action={action} className="cluster">
      <select
        name="role"
        className="input input-short"
        defaultValue={member.role}
        aria-label={m['organize.members.role-of']({ name: member.name })}
      >
        {memberRoles.map((role) => (
          <option key={role} value={role}>
            {roleName(role)}
          </option>
        ))}
      </select>
      <Button variant="quiet" aria-label={m['organize.members.change-role-of']({ name: member.name })}>
        {m['organize.members.change-role']()}
      </Button>
    </form>
  )
}
