import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { readPlain, textIn } from '#app/shared/i18n/translated-text.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { ContactFrame, GoneLink } from './contact-frame.tsx'
import { answerContact } from './contact-language.server.ts'
import { confirmSubscription } from './domain/confirm-subscription.server.ts'
import { preferencesToken, readSubscriptionToken } from './domain/contact-links.server.ts'
import { findContactPage } from './domain/contact-page.server.ts'
import { preferencesPath } from './domain/contact-paths.ts'
import { confirmationSchema } from './lists.schema.ts'

export const meta: MetaFunction = () => [{ title: m['lists.confirm.head']() }]

/** Where the mailed link leads: it only shows buttons, since mail scanners open every link. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await contactOf(params.token)
  answerContact(request, found)
  if (!found) return data(null, { status: 410 })
  const { organization, email, listings } = found
  const shown = listings.filter(({ isArchived, state }) => !(isArchived && state === 'waiting'))
  return data({
    token: params.token ?? '',
    email,
    organization,
    preferences: preferencesPath(preferencesToken(found.id)),
    waiting: shown.flatMap(({ listId, title, state, consent }) =>
      state === 'waiting' && consent ? [{ listId, title, consent }] : [],
    ),
    confirmed: shown
      .filter(({ state }) => state === 'confirmed')
      .map(({ listId, title }) => ({ listId, title })),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const found = await contactOf(token)
  answerContact(request, found)
  // After the language is known: in it the words were read.
  const ctx = await visitorContext(request, params)
  if (!found) return data(null, { status: 410 })
  const form = await readForm(request, confirmationSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const { list: listId, consent: consentId } = form.data
  await confirmSubscription(ctx, { contactId: found.id, listId, consentId })
  return redirect(`/subscriptions/${token}`, 303)
}

function contactOf(token = '') {
  const id = readSubscriptionToken(token)
  return id ? findContactPage(id) : null
}

export default function Confirmation() {
  const shown = useLoaderData<typeof loader>()
  if (!shown) return <GoneLink />
  const { token, email, organization, preferences, waiting, confirmed } = shown
  const locale = getLocale()
  const title =
    waiting.length > 0
      ? m['lists.confirm.title']()
      : confirmed.length > 0
        ? m['lists.confirm.done']()
        : m['lists.confirm.none']()
  return (
    <ContactFrame organization={organization} title={title}>
      {waiting.length > 0 && (
        <p className="lede">
          {m['lists.confirm.lead']({ organization: textIn(organization, locale), email })}
        </p>
      )}
      {waiting.map(({ listId, title: name, consent }) => {
        const agreed = readPlain(consent.text, locale)
        return (
          <section key={listId} className="stack snug">
            <Translated value={name} as="h2" className="title-m" />
            <p lang={agreed.lang}>{agreed.text}</p>
            <form method="post">
              <input type="hidden" name="consent" value={consent.id} />
              <Button name="list" value={listId}>
                {m['lists.confirm.press']()}
              </Button>
            </form>
          </section>
        )
      })}
      {confirmed.length > 0 && (
        <Notice tone="success" title={m['lists.confirm.on']({ email })}>
          <ul>
            {confirmed.map(({ listId, title: name }) => (
              <li key={listId}>
                <Translated value={name} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {waiting.length > 0 && (
        <form method="post" action={`/subscriptions/${token}/refusal`} className="stack tight">
          <p className="small soft">{m['lists.confirm.not-me-lead']()}</p>
          <div>
            <Button variant="plain">{m['lists.confirm.not-me']()}</Button>
          </div>
        </form>
      )}
      {(confirmed.length > 0 || waiting.length === 0) && (
        <p>
          <ButtonLink href={preferences} variant="quiet">
            {m['lists.preferences.title']()}
          </ButtonLink>
        </p>
      )}
    </ContactFrame>
  )
}
