import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatDay } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup, SelectField } from '#app/ui/fields/field.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { ContactFrame, GoneLink } from './contact-frame.tsx'
import { answerContact } from './contact-language.server.ts'
import { changePreferences } from './domain/change-preferences.server.ts'
import { readPreferencesToken } from './domain/contact-links.server.ts'
import { findContactPage, type Listing } from './domain/contact-page.server.ts'
import { preferencesPath } from './domain/contact-paths.ts'
import { listMailsTo } from './domain/mail-history.server.ts'
import { preferencesSchema } from './lists.schema.ts'
import { PastMails } from './past-mails.tsx'

const home = 'Asia/Ho_Chi_Minh'

export const meta: MetaFunction = () => [{ title: m['lists.preferences.title']() }]

/** What a contact gets from an organization, how often, and everything it ever got. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = params.token ?? ''
  const found = await contactOf(token)
  answerContact(request, found)
  if (!found) return data(null, { status: 410 })
  const { email, locale, weeklyLimit, organization, listings } = found
  const before = Number(new URL(request.url).searchParams.get('before'))
  const from = Number.isSafeInteger(before) && before > 0 && before < 8.64e15 ? new Date(before) : undefined
  const { mails, older } = await listMailsTo(found, from)
  return data({
    path: preferencesPath(token),
    email,
    locale,
    weeklyLimit,
    organization,
    listings,
    mails,
    older,
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const found = await contactOf(token)
  answerContact(request, found)
  const ctx = await visitorContext(request, params)
  if (!found) return data(null, { status: 410 })
  const form = await readForm(request, preferencesSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const weeklyLimit = form.data.weekly === '' ? null : Number(form.data.weekly)
  const isChanged = await changePreferences(ctx, found.id, { locale: form.data.language, weeklyLimit })
  return isChanged ? redirect(preferencesPath(token), 303) : nothingChanged(preferencesPath(token))
}

function contactOf(token: string) {
  const id = readPreferencesToken(token)
  return id ? findContactPage(id) : null
}

export default function Preferences() {
  const found = useLoaderData<typeof loader>()
  if (!found) return <GoneLink />
  const { path, email, organization, listings, mails, older } = found
  return (
    <ContactFrame organization={organization} title={m['lists.preferences.title']()}>
      <p className="lede">
        {m['lists.preferences.lead']({ organization: textIn(organization, getLocale()), email })}
      </p>
      <section className="stack snug" aria-labelledby="lists">
        <h2 className="title-m" id="lists">
          {m['lists.preferences.lists']()}
        </h2>
        {listings.length === 0 && <p>{m['lists.preferences.none']()}</p>}
        <ul className="stack snug">
          {listings.map((one) => (
            <OwnListing key={one.listId} listing={one} path={path} />
          ))}
        </ul>
      </section>
      <HowOften path={path} />
      <PastMails mails={mails} older={older && older.getTime()} path={path} listings={listings} />
    </ContactFrame>
  )
}

/** One list: since when, by which words, and the way off it. */
function OwnListing({ listing, path }: { listing: Listing; path: string }) {
  const { listId, slug, title, state, consent, confirmedAt, leftAt, isArchived } = listing
  const locale = getLocale()
  const day = (at: Date | null) => (at ? formatDay(at, home, locale) : '')
  return (
    <li className="stack tight">
      <p className="title-s">
        <Translated value={title} />
      </p>
      <p className="soft">
        {state === 'confirmed' && m['lists.preferences.since']({ day: day(confirmedAt) })}
        {state === 'waiting' && m['lists.preferences.waiting']()}
        {state === 'left' && m['lists.preferences.left']({ day: day(leftAt) })}
      </p>
      {state === 'confirmed' && consent && (
        <p className="small soft">
          {m['lists.preferences.agreed']()} <Translated value={consent.text} as="q" />
        </p>
      )}
      {state === 'confirmed' && (
        <form method="post" action={`${path}/leaving`}>
          <Button variant="quiet" name="list" value={listId}>
            {m['lists.preferences.stop']({ list: textIn(title, locale) })}
          </Button>
        </form>
      )}
      {state !== 'confirmed' && !isArchived && (
        <p>
          <a href={publicPath.list(locale, slug)}>{m['lists.preferences.join']()}</a>
        </p>
      )}
    </li>
  )
}

/** In which language, and how many advertising mails a week at most. */
function HowOften({ path }: { path: string }) {
  const found = useLoaderData<typeof loader>()
  return (
    <form method="post" action={path} className="form">
      <h2 className="title-m">{m['lists.preferences.how']()}</h2>
      <RadioGroup
        name="language"
        label={m['lists.form.language']()}
        defaultValue={found?.locale ?? ''}
        options={[
          { value: 'vi', label: <span lang="vi">Tiếng Việt</span> },
          { value: 'en', label: <span lang="en">English</span> },
        ]}
      />
      <SelectField
        name="weekly"
        label={m['lists.preferences.weekly']()}
        hint={m['lists.preferences.weekly-hint']()}
        defaultValue={String(found?.weeklyLimit ?? '')}
        options={[
          { value: '', label: m['lists.preferences.weekly-any']() },
          ...[1, 2, 3, 7].map((count) => ({
            value: String(count),
            label: m['lists.preferences.weekly-most']({ count }),
          })),
        ]}
      />
      <p>
        <Button>{m['lists.preferences.save']()}</Button>
      </p>
    </form>
  )
}
