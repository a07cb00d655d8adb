import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { categoriesOf, organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount } from '#app/shared/time/format.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Pager } from '#app/ui/shell/pager.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { feedbackFigures } from '../domain/feedback-figures.ts'
import { countFeedback, listFeedbackCounts, listFeedbackWords } from '../domain/given-feedback.server.ts'
import { satisfactionWord } from '../satisfaction-labels.ts'
import { FeedbackTable } from './feedback-table.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['organize.event.feedback'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const page = Number.parseInt(new URL(request.url).searchParams.get('page') ?? '', 10) || 1
  const [counts, { asked }, found, categories] = await Promise.all([
    listFeedbackCounts(ctx, event.id),
    countFeedback(event.id),
    listFeedbackWords(ctx, event.id, page),
    categoriesOf(event),
  ])
  const { groups, rest, ...figures } = feedbackFigures(counts)
  const names = new Map(categories.map(({ id, name }) => [id, name]))
  return {
    asked,
    isOver: event.endsAt <= ctx.now,
    asks: event.asksFeedback,
    figures,
    groups: [
      ...groups.map(({ categoryId, ...one }) => ({ ...one, name: names.get(categoryId) ?? null })),
      ...(rest ? [{ ...rest, name: null }] : []),
    ],
    found,
  }
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

/** How it was, by those who had a seat: figures, and their words without names. */
export default function FeedbackDesk() {
  const frame = useEventFrame()
  const page = useLoaderData<typeof loader>()
  const { asked, figures, groups, found } = page
  const locale = getLocale()
  const address = `/organize/events/${frame.slug}/feedback`
  return (
    <DeskPage
      title={m['organize.event.feedback']()}
      actions={
        figures.answered > 0 && (
          <ButtonLink variant="quiet" href={`${address}.csv`}>
            {m['registration.list.csv']()}
          </ButtonLink>
        )
      }
    >
      {figures.answered === 0 ? (
        <Nothing page={page} slug={frame.slug} />
      ) : (
        <div className="stack loose measure-wide">
          <p className="lede">
            {m['afterwards.desk.answered']({
              answered: formatCount(figures.answered, locale),
              asked: formatCount(asked, locale),
            })}{' '}
            {figures.mean === null
              ? m['afterwards.desk.no-mean']()
              : m['afterwards.desk.mean']({ mean: oneDigit(figures.mean) })}
          </p>
          <FeedbackTable levels={figures.levels} />
          {groups.length > 0 && (
            <DataTable
              caption={m['afterwards.desk.by-category']()}
              columns={groupColumns()}
              rows={groups}
              rowKey={({ name }) => JSON.stringify(name)}
            />
          )}
          <Words found={found} address={address} />
        </div>
      )}
    </DeskPage>
  )
}

function Nothing({ page: { isOver, asks }, slug }: { page: Page; slug: string }) {
  if (!asks) {
    return (
      <EmptyState title={m['afterwards.desk.off']()}>
        <p>
          <a href={`/organize/events/${slug}/settings`}>{m['organize.event.settings']()}</a>
        </p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={m['afterwards.desk.none']()}>
      <p>{isOver ? m['afterwards.desk.none-yet']() : m['afterwards.desk.to-come']()}</p>
    </EmptyState>
  )
}

const oneDigit = (figure: number) =>
  new Intl.NumberFormat(getLocale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(figure)

type Group = Page['groups'][number]

function groupColumns(): Column<Group>[] {
  return [
    {
      key: 'name',
      header: m['organize.category.name'](),
      names: true,
      cell: ({ name }) => (name ? <Translated value={name} /> : m['afterwards.desk.rest']()),
    },
    {
      key: 'answered',
      header: m['afterwards.desk.count'](),
      align: 'end',
      cell: ({ answered }) => formatCount(answered, getLocale()),
    },
    {
      key: 'mean',
      header: m['afterwards.desk.mean-short'](),
      align: 'end',
      cell: ({ mean }) => oneDigit(mean),
    },
  ]
}

function Words({ found: { words, total, page, last }, address }: Pick<Page, 'found'> & { address: string }) {
  const pageAt = (other: number) => (other < 1 || other > last ? null : `${address}?page=${other}#words`)
  return (
    <section className="stack snug" aria-labelledby="words">
      <h2 className="title-m" id="words">
        {m['afterwards.desk.words']()}
      </h2>
      {words.length === 0 && <p className="soft">{m['afterwards.desk.no-words']()}</p>}
      <ul className="feedback-words">
        {words.map(({ satisfaction, best, better, locale }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer has no name
          <li key={at} className="stack tight">
            <p className="small soft">{`${satisfaction} · ${satisfactionWord(satisfaction)}`}</p>
            <Answer label={m['afterwards.feedback.best']()} text={best} lang={locale} />
            <Answer label={m['afterwards.feedback.better']()} text={better} lang={locale} />
          </li>
        ))}
      </ul>
      <Pager previous={pageAt(page - 1)} next={pageAt(page + 1)}>
        {m['afterwards.desk.words-count']({ total: formatCount(total, getLocale()) })}
      </Pager>
    </section>
  )
}

function Answer({ label, text, lang }: { label: string; text: string; lang: string }) {
  if (!text) return null
  return (
    <div>
      <p className="label">{label}</p>
      <p className="kept-lines measure" lang={lang === getLocale() ? undefined : lang}>
        {text}
      </p>
    </div>
  )
}
