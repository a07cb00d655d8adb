import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { linkCodeIn, sourceWord } from '#app/features/links/domain/link-code.ts'
import { m } from '#app/paraglide/messages.js'
import { publicFooter } from '#app/public/public-event-page.tsx'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { type Refused, useSchemaForm } from '#app/shared/forms/use-schema-form.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import { FormErrors } from '#app/ui/fields/form-errors.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { countryChoices } from './country-choices.server.ts'
import { consentTexts, textsKey } from './domain/consent-texts.server.ts'
import { getJoinable } from './domain/initiative-of.server.ts'
import { joinInitiative } from './domain/join-initiative.server.ts'
import { faultsOf, ProfileFields, profileNames } from './profile-fields.tsx'
import { joiningSchema } from './supporters.schema.ts'

extendFormMessages({
  'shared.refusal.supporter-texts-changed': m['shared.refusal.supporter-texts-changed'],
  'shared.refusal.too-many': m['shared.refusal.too-many'],
})

export { keptAction as clientAction, keptLoader as clientLoader } from '#app/shared/pages/kept-page.ts'

export const handle = { hydrate: 'touched' }
export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const { id, slug, name, accent, bodies } = await getJoinable(params.initiative ?? '')
  const texts = consentTexts({ name, bodies })
  const head = pageHead({
    locale,
    path: publicPath.joinInitiative(locale, slug),
    title: m['supporters.join.head']({ initiative: textIn(name, locale) }, { locale }),
    description: m['supporters.join.about']({}, { locale }),
  })
  const isSent = new URL(request.url).searchParams.has('done')
  const page = {
    locale,
    head,
    slug,
    name,
    accent: accent ?? undefined,
    bodies,
    texts,
    textsKey: textsKey(texts),
    isSent,
    countries: countryChoices(locale),
  }
  // What it shows depends on nobody who asks: a hall opens it in the minute in which it is announced.
  return cachedPage(page, { tags: [pageTag.initiative(id), pageTag.home] })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  const form = await readForm(request, joiningSchema)
  if (!form.ok) return refuse(form)
  const slug = params.initiative ?? ''
  try {
    const via = new URL(request.url).searchParams.get(sourceWord) ?? ''
    await joinInitiative(ctx, slug, form.data, linkCodeIn(via))
  } catch (error) {
    return refuseAt(error, form, {}, { otherwise: 'form' })
  }
  return redirect(`${publicPath.joinInitiative(ctx.locale, slug)}?done=asked`, 303)
}

/** How one joins an initiative: who one is, what one agrees to, and a press in the mail that comes. */
export default function Join() {
  const { locale, slug, name, accent, isSent } = useLoaderData<typeof loader>()
  const languages = {
    vi: publicPath.joinInitiative('vi', slug),
    en: publicPath.joinInitiative('en', slug),
  }
  return (
    <PublicPage languages={languages} accent={accent} footer={publicFooter()}>
      <div className="narrow stack loose">
        <header className="stack snug">
          <p>
            <a className="breadcrumb" href={publicPath.initiative(locale, slug)}>
              <Translated value={name} as="span" />
            </a>
          </p>
          <h1 className="title-l">{m['supporters.join.title']()}</h1>
        </header>
        {isSent ? <Asked /> : <JoiningForm />}
      </div>
    </PublicPage>
  )
}

function Asked() {
  const { locale, slug } = useLoaderData<typeof loader>()
  return (
    <>
      <Notice tone="success" live title={m['supporters.join.sent']()}>
        <p>{m['supporters.join.sent-lead']()}</p>
        <p>{m['supporters.join.not-arrived']()}</p>
      </Notice>
      <p className="cluster">
        <ButtonLink href={publicPath.initiative(locale, slug)} variant="quiet">
          {m['supporters.join.back']()}
        </ButtonLink>
        <ButtonLink href={publicPath.joinInitiative(locale, slug)} variant="plain">
          {m['supporters.join.again']()}
        </ButtonLink>
      </p>
    </>
  )
}

function JoiningForm() {
  const { locale, slug, bodies, countries, texts, textsKey: key } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as Refused | undefined
  const form = useSchemaForm(joiningSchema, refused, { language: locale, texts: key })
  const { field, fault } = form
  const names = new Intl.ListFormat(locale).format(bodies.map((body) => textIn(body.name, locale)))
  return (
    <>
      <p className="lede">{m['supporters.join.lede']()}</p>
      <Form method="post" noValidate onSubmit={form.onSubmit} className="form">
        <FormErrors errors={faultsOf(fault, profileNames)} />
        <TextField
          {...field('name')}
          name="name"
          label={m['supporters.form.name']()}
          hint={m['supporters.form.name-hint']()}
          error={fault('name')}
          autoComplete="name"
          required
        />
        <TextField
          {...field('email')}
          name="email"
          label={m['supporters.form.email']()}
          hint={m['supporters.form.email-hint']()}
          error={fault('email')}
          type="email"
          inputMode="email"
          autoComplete="email"
          required
        />
        <ProfileFields form={form} countries={countries} texts={texts} textsKey={key} />
        <p className="small soft">{m['supporters.join.privacy']({ bodies: names })}</p>
        <Button disabled={form.isSending}>{m['supporters.join.press']()}</Button>
      </Form>
    </>
  )
}
