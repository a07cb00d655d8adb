import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { sourceNames } from '#app/features/links/source-names.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { type Refused, useSchemaForm } from '#app/shared/forms/use-schema-form.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatDay } from '#app/shared/time/format.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import { FormErrors } from '#app/ui/fields/form-errors.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { countryChoices } from './country-choices.server.ts'
import { changeSupporter } from './domain/change-supporter.server.ts'
import { supportingPath } from './domain/supporter-paths.ts'
import { OwnIntroductions } from './own-introductions.tsx'
import { OwnLogo } from './own-logo.tsx'
import { ownPage } from './own-page.server.ts'
import { faultsOf, ProfileFields, profileNames } from './profile-fields.tsx'
import { GoneSupporter, SupporterFrame } from './supporter-frame.tsx'
import { supportingSchema } from './supporters.schema.ts'

const home = 'Asia/Ho_Chi_Minh'

extendFormMessages({
  'shared.refusal.saved-by-other': m['shared.refusal.saved-by-other'],
  'shared.refusal.supporter-link-gone': m['shared.refusal.supporter-link-gone'],
  'shared.refusal.supporter-texts-changed': m['shared.refusal.supporter-texts-changed'],
})

export { keptAction as clientAction, keptLoader as clientLoader } from '#app/shared/pages/kept-page.ts'

export const handle = { hydrate: 'touched' }
export const meta: MetaFunction = () => [{ title: m['supporters.own.title']() }]

/** Where a supporter stands, and everything that they can say otherwise. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, found, token } = await ownPage(request, params)
  if (!found) return data(null, { status: 410 })
  const { supporter, initiative, texts, textsKey, cameBy, agreed, logo, introductions } = found
  return data({
    path: supportingPath(token),
    supporter,
    initiative,
    texts,
    textsKey,
    cameBy,
    agreed,
    logo: logo && { width: logo.width, height: logo.height, isShown: logo.shownAt !== null },
    introductions,
    countries: countryChoices(ctx.locale),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, found, token } = await ownPage(request, params)
  if (!found) return data(null, { status: 410 })
  const form = await readForm(request, supportingSchema)
  if (!form.ok) return refuse(form)
  const to = supportingPath(token)
  try {
    const isChanged = await changeSupporter(ctx, found.supporter.id, form.data)
    return isChanged ? redirect(to, 303) : nothingChanged(to)
  } catch (error) {
    return refuseAt(error, form, {}, { otherwise: 'form' })
  }
}

export default function Supporting() {
  const page = useLoaderData<typeof loader>()
  if (!page) return <GoneSupporter />
  const { initiative, supporter, path } = page
  const locale = getLocale()
  const name = textIn(initiative.name, locale)
  if (supporter.state !== 'joined') {
    const isLeft = supporter.state === 'left'
    return (
      <SupporterFrame
        initiative={initiative}
        title={isLeft ? m['supporters.own.left']() : m['supporters.own.not-there']()}
      >
        <p className="lede">
          {isLeft
            ? m['supporters.own.left-lede']({ initiative: name })
            : m['supporters.own.not-there-lede']()}
        </p>
        <p className="cluster">
          {supporter.state !== 'removed' && initiative.isPublished && (
            <ButtonLink href={publicPath.joinInitiative(locale, initiative.slug)} variant="quiet">
              {m['supporters.own.join-again']()}
            </ButtonLink>
          )}
          <ButtonLink href={`${path}/erasure`} variant="plain">
            {m['supporters.own.erase']()}
          </ButtonLink>
        </p>
      </SupporterFrame>
    )
  }
  return (
    <SupporterFrame initiative={initiative} title={m['supporters.own.title']()}>
      <p className="lede">{m['supporters.own.lede']({ initiative: name })}</p>
      <Standing />
      <OwnIntroductions introductions={page.introductions} />
      {supporter.body !== '' && <OwnLogo path={path} logo={page.logo} refused={undefined} />}
      <OwnProfile />
      <section className="stack snug" aria-labelledby="leaving">
        <h2 className="title-m" id="leaving">
          {m['supporters.own.end']()}
        </h2>
        <p className="cluster">
          <ButtonLink href={`${path}/leaving`} variant="quiet">
            {m['supporters.own.leave']()}
          </ButtonLink>
          <ButtonLink href={`${path}/erasure`} variant="plain">
            {m['supporters.own.erase']()}
          </ButtonLink>
        </p>
      </section>
    </SupporterFrame>
  )
}

/** Since when, by which way they came, and the very words that they agreed to. */
function Standing() {
  const page = useLoaderData<typeof loader>()
  if (!page) return null
  const { supporter, agreed, cameBy, initiative } = page
  const locale = getLocale()
  const day = (at: Date | null) => (at ? formatDay(at, home, locale) : '')
  const { listedAt, newsAt, joinedAt, email } = supporter
  return (
    <DescriptionList
      entries={[
        { term: m['supporters.form.email'](), value: email },
        { term: m['supporters.own.since'](), value: day(joinedAt) },
        { term: m['links.page.came-by'](), value: cameBy ? sourceNames[cameBy]() : null },
        {
          term: m['supporters.own.listed'](),
          value: listedAt ? (
            <>
              <a href={publicPath.supporters(locale, initiative.slug)}>
                {m['supporters.own.since-day']({ day: day(listedAt) })}
              </a>{' '}
              {agreed.listed && <Translated value={agreed.listed.text} as="q" className="small soft" />}
            </>
          ) : (
            m['supporters.own.no']()
          ),
        },
        {
          term: m['supporters.own.news'](),
          value: newsAt ? (
            <>
              {m['supporters.own.since-day']({ day: day(newsAt) })}{' '}
              {agreed.news && <Translated value={agreed.news.text} as="q" className="small soft" />}
            </>
          ) : (
            m['supporters.own.no']()
          ),
        },
      ]}
    />
  )
}

const ownNames = profileNames.filter((name) => name !== 'email')

function OwnProfile() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as Refused | undefined
  const own = page?.supporter
  const form = useSchemaForm(supportingSchema, refused, {
    name: own?.name ?? '',
    kind: own?.kind ?? '',
    body: own?.body ?? '',
    country: own?.country ?? '',
    offers: own?.offers ?? '',
    seeks: own?.seeks ?? '',
    language: own?.locale ?? '',
    listed: own?.listedAt ? 'on' : '',
    news: own?.newsAt ? 'on' : '',
    texts: page?.textsKey ?? '',
    revision: String(own?.revision ?? ''),
  })
  if (!page) return null
  const { field, fault } = form
  return (
    <section className="stack snug" aria-labelledby="profile">
      <h2 className="title-m" id="profile">
        {m['supporters.own.change']()}
      </h2>
      <Form method="post" action={page.path} noValidate onSubmit={form.onSubmit} className="form">
        <FormErrors errors={faultsOf(fault, ownNames)} />
        <input type="hidden" name="revision" value={page.supporter.revision} />
        <TextField
          {...field('name')}
          name="name"
          label={m['supporters.form.name']()}
          hint={m['supporters.form.name-hint']()}
          error={fault('name')}
          autoComplete="name"
          required
        />
        <ProfileFields form={form} countries={page.countries} texts={page.texts} textsKey={page.textsKey} />
        <p className="small soft">{m['supporters.own.address-fixed']()}</p>
        <Button disabled={form.isSending}>{m['supporters.own.save']()}</Button>
      </Form>
    </section>
  )
}
