import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { instantOfLocal, localOfInstant } from '#app/features/events/domain/local-time.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { securityListOf } from '../domain/security-list.ts'
import { countSecurityGuests } from '../domain/security-rows.server.ts'
import { setSecurityList } from '../domain/set-security-list.server.ts'
import { securitySentence } from '../security-told.tsx'
import { fieldsAsked, rulesSchema, rulesValues } from './rules.schema.ts'
import { RulesForm } from './rules-form.tsx'

extendFormMessages({ 'security.refusal.hour': m['security.refusal.hour'] })

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['security.page.title'](), matches)

type Event = Awaited<ReturnType<typeof organizedEvent>>['event']

const storedRules = ({ securityAsks, securityPurgesAt }: Event) => ({
  asks: securityAsks,
  purgesAt: securityPurgesAt,
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const list = securityListOf(event)
  const values = rulesValues(storedRules(event), localOfInstant(event.securityPurgesAt, event.timeZone))
  return data({
    list,
    purgedAt: event.securityPurgedAt,
    counts: list && !list.isPurged ? await countSecurityGuests(ctx, event.id) : null,
    maySet: event.may('hosts.edit'),
    timeZone: event.timeZone,
    values,
    base: footprint(values),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'hosts.edit')
  const page = `/organize/events/${event.slug}/security`
  return saveMerged(request, {
    schema: rulesSchema,
    stored: storedRules(event),
    valuesOf: (rules) => rulesValues(rules, localOfInstant(rules.purgesAt, event.timeZone)),
    save: async (form, seen) => {
      const local = form.data.purgesAt
      const purgesAt = local === '' ? null : instantOfLocal(local, event.timeZone)
      if (typeof purgesAt === 'string') return refuse(refuseField(form, 'purgesAt', 'security.refusal.hour'))
      try {
        const rules = { asks: fieldsAsked(form.data), purgesAt }
        return (await setSecurityList(ctx, { eventId: event.id, seen, rules }))
          ? redirect(page, 303)
          : nothingChanged(page)
      } catch (error) {
        return refuseAt(error, form, {
          'security-hour': { field: 'purgesAt', message: 'security.refusal.hour' },
        })
      }
    },
  })
}

/** What the venue's security gets, who has given it, and until when it is kept. */
export default function SecurityPage() {
  const frame = useEventFrame()
  const { list, purgedAt, counts, maySet, timeZone, values, base } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const home = `/organize/events/${frame.slug}/security`
  return (
    <DeskPage
      title={m['security.page.title']()}
      actions={
        counts && (
          <>
            <ButtonLink href={`${home}/list`}>{m['security.page.open']()}</ButtonLink>
            <ButtonLink href={`${home}.csv`} variant="quiet">
              {m['security.page.csv']()}
            </ButtonLink>
          </>
        )
      }
    >
      <p className="soft measure">{m['security.page.lead']()}</p>
      {purgedAt && (
        <Notice
          title={m['security.page.purged']({
            when: formatDateTime(new Date(purgedAt), timeZone, getLocale()),
          })}
        />
      )}
      {list && counts && (
        <>
          <p className="lede">
            {counts.isOwnOnly
              ? m['security.page.own-count']({ count: counts.guests })
              : m['security.page.count']({ count: counts.guests })}
            {' · '}
            {m['security.page.given']({ count: counts.given })}
            {counts.companions > 0 && ` · ${m['security.page.companions']({ count: counts.companions })}`}
          </p>
          <section className="stack tight measure">
            <h2 className="title-s">{m['security.page.guests-read']()}</h2>
            <p>{securitySentence({ list, timeZone })}</p>
          </section>
        </>
      )}
      {!list && !maySet && <p>{m['security.page.none']()}</p>}
      {maySet && <RulesForm refused={refused} values={values} base={base} timeZone={timeZone} />}
    </DeskPage>
  )
}
