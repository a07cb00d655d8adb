import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { listOpenActs } from '#app/features/acts/domain/acts.server.ts'
import { sourceNames } from '#app/features/links/source-names.ts'
import { activitySentence } from '#app/organize/activity-sentence.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { OpenActs } from '#app/organize/open-acts.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { languageWord } from '#app/public/code-labels.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { countryName } from '#app/shared/i18n/country-name.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { CheckboxField, TextArea } from '#app/ui/fields/field.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { getSupporterRecord, noteSupporter } from '../domain/supporter-record.server.ts'
import { kindLabels } from '../kind-labels.ts'
import { remarkSchema } from '../supporters.schema.ts'
import { AgreedWords } from './agreed-words.tsx'
import { LogoDesk } from './logo-desk.tsx'
import { ownSupporters } from './own-supporters.server.ts'
import { stateLabels, stateTones } from './state-labels.ts'

const home = 'Asia/Ho_Chi_Minh'
const when = (at: Date | null) => at && formatDateTime(at, home, getLocale(), '')

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? data.supporter.body || data.supporter.name : '' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, initiative, path: all } = await ownSupporters(request, params)
  const record = await getSupporterRecord(ctx, initiative.id, params.supporter ?? '')
  const acts = await listOpenActs(ctx, { initiativeId: initiative.id })
  return data({
    ...record,
    logo: record.logo && { ...record.logo, isShown: record.logo.shownAt !== null },
    country: countryName(record.supporter.country, ctx.locale),
    all,
    path: `${all}/${record.supporter.id}`,
    acts: acts.filter(({ verb }) => verb.startsWith('supporter.')),
  })
}

/** What organizers note about a supporter among themselves. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path: all } = await ownSupporters(request, params)
  const form = await readForm(request, remarkSchema)
  if (!form.ok) return refuse(form)
  const id = params.supporter ?? ''
  const { remark, marked: isMarked } = form.data
  const isChanged = await noteSupporter(ctx, { initiativeId: initiative.id, id, remark, isMarked })
  return isChanged ? redirect(`${all}/${id}`, 303) : nothingChanged(`${all}/${id}`)
}

/** One supporter: what they said, by which words they agreed to what, what was done since, and what is noted. */
export default function OneSupporter() {
  const { supporter, country, cameBy, agreed, logo, steps, all, path, acts } = useLoaderData<typeof loader>()
  const { state } = supporter
  return (
    <DeskPage
      title={supporter.body || supporter.name}
      banner={acts.length > 0 && <OpenActs acts={acts} timeZone={null} />}
      actions={<Steps />}
    >
      <p>
        <a className="breadcrumb" href={all}>
          {m['supporters.desk.title']()}
        </a>
      </p>
      <p>
        <StateMark tone={stateTones[state]}>{stateLabels[state]()}</StateMark>
      </p>
      <DescriptionList
        entries={[
          { term: m['supporters.desk.reason'](), value: supporter.removedReason },
          { term: m['supporters.form.name'](), value: supporter.name },
          { term: m['supporters.form.body-short'](), value: supporter.body },
          { term: m['supporters.form.email'](), value: supporter.email },
          { term: m['supporters.form.kind'](), value: kindLabels[supporter.kind]() },
          { term: m['supporters.form.country'](), value: country },
          { term: m['supporters.form.language'](), value: languageWord(supporter.locale) },
          { term: m['supporters.form.offers'](), value: supporter.offers },
          { term: m['supporters.form.seeks'](), value: supporter.seeks },
          { term: m['links.page.came-by'](), value: cameBy ? sourceNames[cameBy]() : null },
          { term: m['supporters.desk.asked'](), value: when(supporter.askedAt) },
          { term: m['supporters.own.since'](), value: when(supporter.joinedAt) },
          {
            term: m['supporters.own.listed'](),
            value: agreed.listed && <AgreedWords agreed={agreed.listed} since={when(supporter.listedAt)} />,
          },
          {
            term: m['supporters.own.news'](),
            value: agreed.news && <AgreedWords agreed={agreed.news} since={when(supporter.newsAt)} />,
          },
        ]}
      />
      {logo && <LogoDesk path={path} logo={logo} />}
      <Remark />
      {steps.length > 0 && (
        <section className="stack snug" aria-labelledby="steps">
          <h2 className="title-m" id="steps">
            {m['supporters.desk.steps']()}
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
    </DeskPage>
  )
}

/** What can be done with a supporter as they stand. */
function Steps() {
  const { supporter, all, path } = useLoaderData<typeof loader>()
  return (
    <>
      {supporter.state === 'joined' && (
        <ButtonLink href={`${all}/introductions/new?first=${supporter.id}`} variant="quiet">
          {m['supporters.desk.introduce']()}
        </ButtonLink>
      )}
      {supporter.state === 'removed' ? (
        <form method="post" action={`${path}/readmission`}>
          <Button variant="quiet">{m['supporters.desk.readmit']()}</Button>
        </form>
      ) : (
        <ButtonLink href={`${path}/removal`} variant="quiet">
          {m['supporters.desk.remove']()}
        </ButtonLink>
      )}
      <ButtonLink href={`${path}/erasure`} variant="danger">
        {m['supporters.desk.erase']()}
      </ButtonLink>
    </>
  )
}

function Remark() {
  const { supporter, path } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const values = refused && 'values' in refused ? refused.values : null
  return (
    <section className="stack snug" aria-labelledby="remark-title">
      <h2 className="title-m" id="remark-title">
        {m['supporters.desk.remark']()}
      </h2>
      <Form method="post" action={path} className="form">
        <FaultList errors={refused?.errors} />
        <TextArea
          name="remark"
          label={m['supporters.desk.remark-label']()}
          hint={m['supporters.desk.remark-hint']()}
          defaultValue={String(values?.remark ?? supporter.remark)}
          maxLength={4000}
        />
        <CheckboxField
          name="marked"
          label={m['supporters.desk.mark']()}
          defaultChecked={values ? Boolean(values.marked) : supporter.isMarked}
        />
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
    </section>
  )
}
