import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { refusalSentence } from '#app/shared/http/refusals.server.ts'
import { countryName } from '#app/shared/i18n/country-name.ts'
import { readPlain, textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { confirmJoining } from './domain/confirm-joining.server.ts'
import { supportingToken } from './domain/supporter-links.server.ts'
import { joiningPath, supportingPath } from './domain/supporter-paths.ts'
import { kindLabels } from './kind-labels.ts'
import { askedPage } from './own-page.server.ts'
import { GoneSupporter, SupporterFrame } from './supporter-frame.tsx'
import { confirmingSchema } from './supporters.schema.ts'

export const meta: MetaFunction = () => [{ title: m['supporters.confirm.head']() }]

/** Where the mailed link leads: it only shows a button, since mail scanners open every link. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, found, token } = await askedPage(request, params)
  if (!found) return data(null, { status: 410 })
  const { supporter, initiative, agreed } = found
  if (supporter.state === 'joined') throw redirect(supportingPath(supportingToken(supporter.id)), 303)
  const { name, body, kind, country, offers, seeks, revision, email } = supporter
  return data({
    path: joiningPath(token),
    isWaiting: supporter.state === 'waiting',
    initiative,
    who: { name, body, kind, country: countryName(country, ctx.locale), offers, seeks, email },
    revision,
    agreed: [agreed.listed, agreed.news].flatMap((one) => (one ? [one.text] : [])),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, found } = await askedPage(request, params)
  if (!found) return data({ refusal: '' }, { status: 410 })
  const form = await readForm(request, confirmingSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const { id } = found.supporter
  try {
    await confirmJoining(ctx, { supporterId: id, seen: form.data.revision })
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'state') throw error
    // What is shown now is what was typed last: one looks again.
    return data({ refusal: refusalSentence(error.code, error.kind, error.details) }, { status: 409 })
  }
  return redirect(supportingPath(supportingToken(id)), 303)
}

export default function Joining() {
  const shown = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  if (!shown) return <GoneSupporter />
  const { initiative, isWaiting, path, revision, agreed } = shown
  const locale = getLocale()
  const name = textIn(initiative.name, locale)
  if (!isWaiting) {
    return (
      <SupporterFrame initiative={initiative} title={m['supporters.confirm.none']()}>
        <p>
          <ButtonLink href={publicPath.joinInitiative(locale, initiative.slug)}>
            {m['supporters.join.title']()}
          </ButtonLink>
        </p>
      </SupporterFrame>
    )
  }
  return (
    <SupporterFrame initiative={initiative} title={m['supporters.confirm.title']({ initiative: name })}>
      {refused?.refusal && (
        <Notice tone="problem" live>
          {refused.refusal}
        </Notice>
      )}
      <p className="lede">{m['supporters.confirm.lede']()}</p>
      <Who />
      <section className="stack snug">
        <h2 className="title-m">{m['supporters.confirm.agreed']()}</h2>
        {agreed.length === 0 && <p>{m['supporters.confirm.agreed-none']()}</p>}
        <ul className="stack snug">
          {agreed.map((text) => {
            const said = readPlain(text, locale)
            return (
              <li key={said.text} lang={said.lang}>
                {said.text}
              </li>
            )
          })}
        </ul>
      </section>
      <form method="post" action={path}>
        <input type="hidden" name="revision" value={revision} />
        <Button>{m['supporters.confirm.press']()}</Button>
      </form>
      <form method="post" action={`${path}/refusal`} className="stack tight">
        <p className="small soft">{m['supporters.confirm.not-me-lead']()}</p>
        <div>
          <Button variant="plain">{m['supporters.confirm.not-me']()}</Button>
        </div>
      </form>
    </SupporterFrame>
  )
}

function Who() {
  const shown = useLoaderData<typeof loader>()
  if (!shown) return null
  const { name, body, kind, country, offers, seeks, email } = shown.who
  return (
    <DescriptionList
      entries={[
        { term: m['supporters.form.name'](), value: name },
        { term: m['supporters.form.body-short'](), value: body },
        { term: m['supporters.form.email'](), value: email },
        { term: m['supporters.form.kind'](), value: kindLabels[kind]() },
        { term: m['supporters.form.country'](), value: country },
        { term: m['supporters.form.offers'](), value: offers },
        { term: m['supporters.form.seeks'](), value: seeks },
      ]}
    />
  )
}
