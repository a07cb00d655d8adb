import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { roleName } from '#app/organize/vocabulary-labels.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { findOrganizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { signInCookie, signInToken } from '#app/shared/auth/sign-in-cookie.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { answerIn } from '#app/shared/http/request-store.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { isLocale } from '#app/shared/vocabulary.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import { acceptMembership } from './domain/accept-membership.server.ts'
import { findMemberInvitation } from './domain/member-invitations.server.ts'

export const meta: MetaFunction = () => [{ title: m['sign-in.membership.title']() }]

/** Only shows a button: mail scanners open every link, and accept nothing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await visitorContext(request, params)
  const found = await findMemberInvitation(ctx, params.token ?? '')
  const asked = new URL(request.url).searchParams.get('lang')
  if (isLocale(asked)) answerIn(asked)
  else if (found) answerIn(found.locale)
  return data({ found }, { status: found ? 200 : 410 })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  const token = params.token ?? ''
  const browser = { name: request.headers.get('User-Agent'), heldToken: signInToken(request) }
  try {
    const accepted = await acceptMembership(ctx, token, browser)
    if (accepted.signInToken) {
      const headers = { 'Set-Cookie': signInCookie(accepted.signInToken) }
      return redirect('/organize', { status: 303, headers })
    }
    const actor = (await findOrganizerContext(request))?.actor
    const isSelf = actor?.kind === 'account' && actor.accountId === accepted.accountId
    return redirect(isSelf ? '/organize' : `/memberships/${encodeURIComponent(token)}`, 303)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'member-invitation-gone') throw error
    return data({ isGone: true }, { status: 410 })
  }
}

export default function Membership() {
  const { found } = useLoaderData<typeof loader>()
  const refused = useActionData<{ isGone: boolean }>()
  if (!found || (refused?.isGone && !found.acceptedAt)) {
    return (
      <Frame title={m['sign-in.membership.gone']()}>
        <p>{m['sign-in.membership.gone-lead']()}</p>
        <p>
          <ButtonLink href="/sign-in?to=/organize" variant="quiet">
            {m['sign-in.membership.sign-in']()}
          </ButtonLink>
        </p>
      </Frame>
    )
  }
  const { name, email, invitedBy } = found
  const organization = textIn(found.organization, getLocale())
  const role = roleName(found.role)
  if (found.acceptedAt) {
    return (
      <Frame title={m['sign-in.membership.accepted']()}>
        <p>{m['sign-in.membership.accepted-lead']({ organization, role, email })}</p>
        <p>
          <ButtonLink href="/sign-in?to=/organize">{m['sign-in.membership.sign-in']()}</ButtonLink>
        </p>
      </Frame>
    )
  }
  return (
    <Frame title={m['sign-in.membership.heading']({ organization })}>
      <p>
        {invitedBy
          ? m['sign-in.membership.lead']({ name, by: invitedBy, organization, role })
          : m['sign-in.membership.lead-unnamed']({ name, organization, role })}
      </p>
      <p className="soft">{m['sign-in.membership.meaning']({ email })}</p>
      <Form method="post">
        <Button>{m['sign-in.membership.accept']()}</Button>
      </Form>
    </Frame>
  )
}

function Frame({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <PublicPage languages={{ vi: '?lang=vi', en: '?lang=en' }}>
      <div className="narrow stack loose">
        <h1>{title}</h1>
        {children}
      </div>
    </PublicPage>
  )
}
