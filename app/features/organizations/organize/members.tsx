import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { listOpenActs } from '#app/features/acts/domain/acts.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { OpenActs } from '#app/organize/open-acts.tsx'
import { deskContext } from '#app/organize/organized-event.server.ts'
import { viewerOf } from '#app/organize/organizer-frame.server.ts'
import { OrganizationTabs } from '#app/organize/tabs/organization-tabs.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { roleMay } from '#app/shared/permissions/rights.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { inviteMember } from '../domain/invite-member.server.ts'
import { listMemberInvitations } from '../domain/member-invitations.server.ts'
import { getOrganization, listMembers } from '../domain/organizations.server.ts'
import { MemberFields } from './member-fields.tsx'
import { MemberInvitationsList } from './member-invitations-list.tsx'
import { memberSchema } from './members.schema.ts'
import { MembersTable } from './members-table.tsx'

extendFormMessages({
  'organize.members.already': m['organize.members.already'],
  'organize.members.invited-already': m['organize.members.invited-already'],
})

const faults = {
  'member-already': { field: 'email', message: 'organize.members.already' },
  'member-invited-already': { field: 'email', message: 'organize.members.invited-already' },
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${m['organize.members.title']()} · ${textIn(data.name, getLocale())}` : '' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await deskContext(request)
  const organization = await getOrganization(params.organization ?? '')
  await requireOrganizationRight(ctx, 'members.read', organization.id)
  const [viewer, members, acts] = await Promise.all([
    viewerOf(ctx),
    listMembers(organization.id),
    listOpenActs(ctx, { organizationId: organization.id }),
  ])
  const own = viewer.organizations.find(({ slug }) => slug === organization.slug)
  const mayEdit = own !== undefined && roleMay(own.role, 'members.edit')
  const mayLogo = own !== undefined && roleMay(own.role, 'organization.edit')
  const invitations = mayEdit ? await listMemberInvitations(organization.id) : []
  return data({
    slug: organization.slug,
    name: organization.name,
    mayEdit,
    mayLogo,
    members,
    invitations: invitations.map((one) => ({ ...one, isExpired: one.expiresAt <= ctx.now })),
    acts,
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await deskContext(request)
  const organization = await getOrganization(params.organization ?? '')
  await requireOrganizationRight(ctx, 'members.edit', organization.id)
  const form = await readForm(request, memberSchema)
  if (!form.ok) return refuse(form)
  try {
    await inviteMember(ctx, { ...form.data, organizationId: organization.id })
    return redirect(`/organize/organizations/${organization.slug}/members`, 303)
  } catch (error) {
    return refuseAt(error, form, faults)
  }
}

export default function Members() {
  const { slug, name, mayEdit, mayLogo, members, invitations, acts } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const title = m['organize.members.of']({ organization: textIn(name, getLocale()) })
  return (
    <DeskPage
      title={title}
      actions={
        mayLogo && (
          <ButtonLink variant="plain" href={`/organize/organizations/${slug}/logo`}>
            {m['pictures.logo.title']()}
          </ButtonLink>
        )
      }
      banner={mayEdit && acts.length > 0 && <OpenActs acts={acts} timeZone={null} />}
    >
      <OrganizationTabs slug={slug} current="members" />
      <MembersTable slug={slug} members={members} mayEdit={mayEdit} />
      {invitations.length > 0 && <MemberInvitationsList slug={slug} invitations={invitations} />}
      {mayEdit && (
        <section className="stack" aria-labelledby="add">
          <h2 className="title-m" id="add">
            {m['organize.members.add']()}
          </h2>
          <p className="soft measure">{m['organize.members.add-lead']()}</p>
          <Form method="post" noValidate className="form">
            <FaultList errors={refused?.errors} />
            <MemberFields refused={refused} />
          </Form>
        </section>
      )}
    </DeskPage>
  )
}
