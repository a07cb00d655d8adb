import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { postedFields } from '#app/shared/forms/read-form.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ContactFrame, GoneLink } from './contact-frame.tsx'
import { answerContact } from './contact-language.server.ts'
import { preferencesToken, readUnsubscribeToken } from './domain/contact-links.server.ts'
import { findListing } from './domain/contact-page.server.ts'
import { preferencesPath } from './domain/contact-paths.ts'
import { leaveList } from './domain/leave-list.server.ts'

export const meta: MetaFunction = () => [{ title: m['lists.leave.head']() }]

/** Only shows a button: mail scanners open every link, and leave nothing for anybody. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const named = readUnsubscribeToken(params.token ?? '')
  const found = named && (await findListing(named))
  answerContact(request, found)
  if (!named || !found) return data(null, { status: 410 })
  return data({ ...found, preferences: preferencesPath(preferencesToken(named.contactId)) })
}

/**
 * One click of a mail program (RFC 8058), which has no cookies and comes from anywhere, or our own button. Both leave
 * that list alone, as often as they are pressed.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  const token = params.token ?? ''
  const named = readUnsubscribeToken(token)
  const fields = await postedFields(request)
  const isOneClick = fields.get('List-Unsubscribe') === 'One-Click'
  if (!named) return data(null, { status: 410 })
  await leaveList(ctx, { ...named, by: isOneClick ? 'one-click' : 'page' })
  if (isOneClick) return data({ left: true })
  return redirect(`/unsubscribe/${token}`, 303)
}

export default function Unsubscribe() {
  const found = useLoaderData<typeof loader>()
  if (!found) return <GoneLink />
  const locale = getLocale()
  const { organization, title, email, state, slug, preferences } = found
  const named = { list: textIn(title, locale), email, organization: textIn(organization, locale) }
  const hasLeft = state === 'left'
  return (
    <ContactFrame
      organization={organization}
      title={hasLeft ? m['lists.leave.done']() : m['lists.leave.title'](named)}
    >
      <p className="lede">{hasLeft ? m['lists.leave.done-lead'](named) : m['lists.leave.lead'](named)}</p>
      {!hasLeft && (
        <form method="post">
          <Button>{m['lists.leave.press']()}</Button>
        </form>
      )}
      <p className="soft">{m['lists.leave.scope'](named)}</p>
      <p className="cluster">
        <ButtonLink href={preferences} variant="quiet">
          {m['lists.preferences.title']()}
        </ButtonLink>
        {hasLeft && (
          <ButtonLink href={publicPath.list(locale, slug)} variant="plain">
            {m['lists.leave.again']()}
          </ButtonLink>
        )}
      </p>
    </ContactFrame>
  )
}
