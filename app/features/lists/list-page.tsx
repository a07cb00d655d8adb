import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { publicFooter } from '#app/public/public-event-page.tsx'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { type Refused, useSchemaForm } from '#app/shared/forms/use-schema-form.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { readPlain, textIn } from '#app/shared/i18n/translated-text.ts'
import { cacheHeaders } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup, TextField } from '#app/ui/fields/field.tsx'
import { FormErrors } from '#app/ui/fields/form-errors.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import { Translated, TranslatedProse } from '#app/ui/texts/translated.tsx'
import { joinList } from './domain/join-lists.server.ts'
import { findInitiativeOf, getPublicList } from './domain/public-list.server.ts'
import { joiningSchema } from './lists.schema.ts'

extendFormMessages({
  'shared.refusal.list-closed': m['shared.refusal.list-closed'],
  'shared.refusal.too-many': m['shared.refusal.too-many'],
})

export { keptAction as clientAction, keptLoader as clientLoader } from '#app/shared/pages/kept-page.ts'

export const handle = { hydrate: 'touched' }
export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const list = await getPublicList(params.list ?? '')
  if (list.initiative) throw redirect(publicPath.joinInitiative(locale, list.initiative))
  const { id, slug, title, description, archivedAt, organization, website, consent } = list
  const name = textIn(title, locale)
  const head = pageHead({
    locale,
    path: publicPath.list(locale, slug),
    title: m['lists.page.head']({ list: name, organization: textIn(organization, locale) }, { locale }),
    description: textIn(description, locale) || name,
  })
  const isClosed = archivedAt !== null
  const asked = new URL(request.url).searchParams
  const isSent = asked.has('done')
  const from = await initiativeAt(id, asked.get('initiative'))
  const page = {
    from,
    locale,
    head,
    slug,
    title,
    description,
    organization,
    website,
    consent,
    isClosed,
    isSent,
  }
  // Also where its query keeps it from being stored: only such a page names its scripts by what they say.
  const headers = cacheHeaders({ tags: [pageTag.list(id)] })
  return data(page, { status: isClosed ? 410 : 200, headers })
}

/** Only an address can lead to one: nobody says of a list what is not so. */
const initiativeAt = (listId: string, slug: string | null) =>
  slug && /^[a-z0-9-]{1,120}$/.test(slug) ? findInitiativeOf(listId, slug) : null

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  const form = await readForm(request, joiningSchema)
  if (!form.ok) return refuse(form)
  const { id, slug, initiative: own } = await getPublicList(params.list ?? '')
  if (own) return redirect(publicPath.joinInitiative(ctx.locale, own), 303)
  const { initiative, ...asked } = form.data
  const place = (await initiativeAt(id, initiative)) ? 'initiative' : 'page'
  try {
    await joinList(ctx, { ...asked, place })
  } catch (error) {
    return refuseAt(error, form, {}, { otherwise: 'form' })
  }
  return redirect(`${publicPath.list(ctx.locale, slug)}?done=asked`, 303)
}

/** What an organization writes about, who it is, and the way onto the list: an address, and a press in the mail that comes. */
export default function ListPage() {
  const page = useLoaderData<typeof loader>()
  const { from, locale, slug, title, description, organization, website, isClosed, isSent } = page
  const languages = { vi: publicPath.list('vi', slug), en: publicPath.list('en', slug) }
  return (
    <PublicPage languages={languages} footer={publicFooter()}>
      <div className="narrow stack loose">
        {from && (
          <p>
            <a className="breadcrumb" href={publicPath.initiative(locale, from.slug)}>
              <Translated value={from.name} />
            </a>
          </p>
        )}
        <header className="stack tight">
          <p className="label">
            <Translated value={organization} />
          </p>
          <Translated value={title} as="h1" className="title-l" />
        </header>
        <TranslatedProse value={description} />
        <p className="soft">
          {m['lists.page.sender']({ organization: textIn(organization, locale) })}{' '}
          {website && (
            <a href={website} rel="noopener">
              {new URL(website).hostname}
            </a>
          )}
        </p>
        {isClosed && <Notice title={m['shared.refusal.list-closed']()} />}
        {isSent && (
          <Notice tone="success" live title={m['lists.page.waiting']()}>
            <p>{m['lists.page.sent']()}</p>
            <p>{m['lists.page.not-arrived']()}</p>
          </Notice>
        )}
        {!isClosed && <JoiningForm />}
        <p className="small soft">
          {m['lists.page.privacy']({ organization: textIn(organization, locale) })}
        </p>
      </div>
    </PublicPage>
  )
}

function JoiningForm() {
  const { from, locale, slug, consent } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as Refused | undefined
  const form = useSchemaForm(joiningSchema, refused, {
    email: '',
    language: locale,
    consent: consent.id,
    initiative: from?.slug ?? '',
  })
  const { field, fault, values } = form
  const errors = ['form', 'email', 'name', 'language', 'consent'].flatMap((name) => {
    const message = fault(name)
    return message ? [{ name: name === 'form' || name === 'consent' ? undefined : name, message }] : []
  })
  const agreed = readPlain(consent.text, locale)
  return (
    <Form
      method="post"
      action={publicPath.list(locale, slug)}
      noValidate
      onSubmit={form.onSubmit}
      className="form"
    >
      <FormErrors errors={errors} />
      <input type="hidden" name="consent" value={consent.id} />
      <input type="hidden" name="initiative" value={String(values.initiative ?? '')} />
      <TextField
        {...field('email')}
        name="email"
        label={m['lists.form.email']()}
        error={fault('email')}
        type="email"
        inputMode="email"
        autoComplete="email"
        required
      />
      <TextField
        {...field('name')}
        name="name"
        label={m['lists.form.name']()}
        error={fault('name')}
        autoComplete="name"
        optional
      />
      <RadioGroup
        {...field('language')}
        name="language"
        label={m['lists.form.language']()}
        error={fault('language')}
        defaultValue={String(values.language ?? '')}
        options={languageOptions}
      />
      <div className="stack tight">
        <p className="small soft">{m['lists.form.agreeing']()}</p>
        <p lang={agreed.lang}>{agreed.text}</p>
      </div>
      <Button disabled={form.isSending}>{m['lists.form.join']()}</Button>
    </Form>
  )
}

const languageOptions = [
  { value: 'vi', label: <span lang="vi">Tiếng Việt</span> },
  { value: 'en', label: <span lang="en">English</span> },
]
