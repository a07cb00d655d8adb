import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { isAsking, securityListOf } from '#app/features/security/domain/security-list.ts'
import { SecurityTold } from '#app/features/security/security-told.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Refusal } from '#app/shared/errors.ts'
import { refusalSentence } from '#app/shared/http/refusals.server.ts'
import { answerIn } from '#app/shared/http/request-store.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatRange } from '#app/shared/time/format.ts'
import { isLocale } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { acceptGuestInvitation } from './domain/accept-invitation.server.ts'
import { getInvitationByToken } from './domain/guest-invitations.server.ts'

export const meta: MetaFunction = () => [
  { title: m['quotas.invited.title']() },
  { name: 'robots', content: 'noindex' },
]

/** Only shows buttons: mail scanners open every link, and answer nothing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { now } = await visitorContext(request, params)
  const found = await getInvitationByToken(params.token ?? '')
  const asked = new URL(request.url).searchParams.get('lang')
  answerIn(isLocale(asked) ? asked : found.locale)
  const { state, name, organization, title, greeting, startsAt, endsAt, timeZone, cancelledAt } = found
  const isOver = cancelledAt !== null || endsAt <= now
  const list = securityListOf(found)
  return data({
    security: isAsking(list, now) ? list : null,
    token: params.token ?? '',
    state,
    isOver,
    name,
    organization,
    title,
    greeting,
    startsAt,
    endsAt,
    timeZone,
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  const token = params.token ?? ''
  const { locale } = await getInvitationByToken(token)
  const asked = new URL(request.url).searchParams.get('lang')
  answerIn(isLocale(asked) ? asked : locale)
  try {
    return redirect(await acceptGuestInvitation(ctx, token), 303)
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'state') throw error
    return data({ sentence: refusalSentence(error.code, error.kind, error.details) }, { status: 409 })
  }
}

const told = {
  accepted: () => m['quotas.invited.accepted'](),
  declined: () => m['quotas.invited.declined'](),
  withdrawn: () => m['quotas.invited.withdrawn'](),
  released: () => m['quotas.invited.released'](),
}

/** What a host asks its guest, and the two answers. */
export default function Invited() {
  const { security, token, state, isOver, name, organization, title, greeting, startsAt, endsAt, timeZone } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const locale = getLocale()
  const host = textIn(organization, locale)
  return (
    <PublicPage languages={{ vi: '?lang=vi', en: '?lang=en' }}>
      <div className="narrow stack loose">
        <p className="soft">{m['quotas.invited.by']({ organization: host })}</p>
        <h1>{textIn(title, locale)}</h1>
        <p>{formatRange(new Date(startsAt), new Date(endsAt), timeZone, locale)}</p>
        <Translated value={greeting} as="p" className="lede" />
        {refused && <Notice tone="problem" live title={refused.sentence} />}
        {state !== 'open' && <Notice title={told[state]()} />}
        {state === 'open' && isOver && <Notice title={m['quotas.invited.over']()} />}
        {state === 'open' && !isOver && (
          <>
            <p className="lede">{m['quotas.invited.lead']({ name, organization: host })}</p>
            <p className="small soft">{m['quotas.invited.privacy']()}</p>
            {security && <SecurityTold list={security} timeZone={timeZone} />}
            <div className="cluster">
              <Form method="post">
                <Button>{m['quotas.invited.accept']()}</Button>
              </Form>
              <Form method="post" action={`/invited/${token}/declining`}>
                <Button variant="quiet">{m['quotas.invited.decline']()}</Button>
              </Form>
            </div>
          </>
        )}
      </div>
    </PublicPage>
  )
}
