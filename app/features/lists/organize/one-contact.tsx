import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { activitySentence } from '#app/organize/activity-sentence.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { kindNames } from '#app/organize/mail-labels.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { languageWord } from '#app/public/code-labels.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { mayResend } from '../domain/asking.ts'
import { getContactRecord } from '../domain/contact-record.server.ts'
import { OwnConsent } from './own-consent.tsx'
import { ownOrganization } from './own-list.server.ts'

const home = 'Asia/Ho_Chi_Minh'
const when = (at: Date) => formatDateTime(at, home, getLocale(), '')

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.contact.email ?? '' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, organization, path: all } = await ownOrganization(request, params)
  const record = await getContactRecord(ctx, organization.id, params.owner ?? '')
  const { contact, listings } = record
  return data({
    ...record,
    listings: listings.map((one) => ({ ...one, mayResend: mayResend(one, contact, ctx.now) })),
    all,
    path: `/organize/organizations/${organization.slug}/contacts/${contact.id}`,
  })
}

/** One contact: where each consent came from, in which words, what happened since, and what was sent. */
export default function OneContact() {
  const { contact, listings, steps, mails, all, path } = useLoaderData<typeof loader>()
  const limit = contact.weeklyLimit
  return (
    <DeskPage
      title={contact.email}
      actions={
        <ButtonLink href={`${path}/erasure`} variant="danger">
          {m['lists.contact.erase']()}
        </ButtonLink>
      }
    >
      <p>
        <a className="breadcrumb" href={all}>
          {m['lists.desk.title']()}
        </a>
      </p>
      <p>
        {[
          contact.name,
          languageWord(contact.locale),
          contact.country,
          limit === null ? '' : m['lists.contact.weekly']({ count: limit }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <section className="stack" aria-labelledby="consents">
        <h2 className="title-m" id="consents">
          {m['lists.contact.consents']()}
        </h2>
        {listings.map((listing) => (
          <OwnConsent key={listing.listId} listing={listing}>
            {listing.mayResend && (
              <form method="post" action={`${path}/resend`}>
                <Button variant="quiet" name="list" value={listing.listId}>
                  {m['lists.contact.resend']()}
                </Button>
              </form>
            )}
          </OwnConsent>
        ))}
      </section>
      {steps.length > 0 && (
        <section className="stack snug" aria-labelledby="steps">
          <h2 className="title-m" id="steps">
            {m['lists.contact.steps']()}
          </h2>
          <ol className="stack tight">
            {steps.map(({ id, at, ...step }) => (
              <li key={id}>
                <span className="soft small">{when(at)}</span> {activitySentence(step)}
              </li>
            ))}
          </ol>
        </section>
      )}
      {mails.length > 0 && <SentMails />}
    </DeskPage>
  )
}

function SentMails() {
  const { mails } = useLoaderData<typeof loader>()
  return (
    <DataTable
      caption={m['lists.contact.mails']()}
      rows={mails}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'subject',
          header: m['lists.contact.subject'](),
          names: true,
          cell: ({ subject, locale }) => <span lang={locale}>{subject ?? '—'}</span>,
        },
        { key: 'kind', header: m['lists.contact.kind'](), cell: ({ kind }) => kindNames[kind]() },
        {
          key: 'event',
          header: m['lists.contact.event'](),
          cell: ({ event }) => (event ? textIn(event.title, getLocale()) : '—'),
        },
        {
          key: 'at',
          header: m['lists.contact.at'](),
          cell: ({ sentAt, createdAt }) => when(sentAt ?? createdAt),
        },
      ]}
    />
  )
}
