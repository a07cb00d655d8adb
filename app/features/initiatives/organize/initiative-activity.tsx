import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import * as z from 'zod/mini'
import { type FieldChange, keptChanges } from '#app/features/events/domain/edit-changes.ts'
import { type ActivityEntry, listActivity } from '#app/features/events/domain/event-activity.server.ts'
import { activitySentence } from '#app/organize/activity-sentence.ts'
import { changedValues } from '#app/organize/changes/changed-values.ts'
import { ChangesList } from '#app/organize/changes/changes-list.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime } from '#app/shared/time/format.ts'
import { goalStates } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Pager } from '#app/ui/shell/pager.tsx'
import { listDocuments } from '../domain/media/documents.server.ts'
import { listInitiativePictures } from '../domain/media/initiative-pictures.server.ts'
import { type FigurePoint, pointsText } from '../domain/parts/figure-points.ts'
import { inBothLanguages } from '../domain/parts/older-sources.ts'
import { listFigures, listGoals, listNews } from '../domain/parts/part-rows.server.ts'
import { goalStateName } from '../goal-labels.ts'
import { initiativeDesk } from './initiative-desk.server.ts'
import { InitiativeFrame, initiativeTitle } from './initiative-frame.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  initiativeTitle(m['initiatives.tab.activity'](), data?.desk.name)

const querySchema = z.object({ before: z.optional(z.string().check(z.regex(/^[1-9]\d{0,14}$/))) })
const zone = 'Asia/Ho_Chi_Minh'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { initiative, desk, path } = await initiativeDesk(request, params)
  const asked = z.safeParse(querySchema, Object.fromEntries(new URL(request.url).searchParams))
  const before = asked.success && asked.data.before ? Number(asked.data.before) : undefined
  const [{ entries, olderThan }, ...parts] = await Promise.all([
    listActivity({ initiativeId: initiative.id }, { olderThan: before }),
    listGoals(initiative.id),
    listNews(initiative.id),
    listFigures(initiative.id),
    listDocuments(initiative.id),
    listInitiativePictures(initiative.id),
  ])
  const there = new Set(parts.flat().map(({ id }) => id))
  return data({
    desk,
    isFirst: before === undefined,
    next: olderThan,
    entries: entries.map((entry) => {
      const { changes: _, ...details } = entry.details
      const kept = keptChanges(entry.details)
      const page = kept.some(({ cut }) => !cut) ? pageOf(path, entry, there) : null
      return { ...entry, details, changed: changedValues(kept.map(inBothLanguages).map(inWords), zone), page }
    }),
  })
}

/** The form whose old values a button brings back, while what it is about is still there. */
function pageOf(path: string, { verb, subjectId }: ActivityEntry, there: ReadonlySet<string>): string | null {
  if (verb === 'initiative.edited') return path
  const [kind, act] = verb.split('.')
  const places: Record<string, string> = {
    goal: 'goals',
    news: 'news',
    figure: 'figures',
    document: 'documents',
    'initiative-picture': 'pictures',
  }
  const place = places[kind ?? '']
  return act === 'edited' && place && there.has(subjectId ?? '') ? `${path}/${place}/${subjectId}` : null
}

function inWords(change: FieldChange): FieldChange {
  if (change.field === 'points')
    return {
      ...change,
      from: pointsText(change.from as FigurePoint[]),
      to: pointsText(change.to as FigurePoint[]),
    }
  if (change.field !== 'state') return change
  const state = (code: unknown) => {
    const known = goalStates.find((one) => one === code)
    return known ? goalStateName(known) : ''
  }
  return { ...change, from: state(change.from), to: state(change.to) }
}

/** Who did what, with what was there before, and the button that brings it back. */
export default function InitiativeActivity() {
  const { desk, entries, next, isFirst } = useLoaderData<typeof loader>()
  const address = `/organize/initiatives/${desk.slug}/activity`
  return (
    <InitiativeFrame desk={desk} current="activity" title={m['initiatives.tab.activity']()}>
      {entries.length === 0 && <EmptyState title={m['organize.activity.none']()} />}
      <ul className="stack snug">
        {entries.map((entry) => (
          <li key={entry.id}>
            <time className="faint figures" dateTime={entry.at.toISOString()}>
              {formatDateTime(entry.at, zone, getLocale())}
            </time>{' '}
            {activitySentence(entry)}
            {entry.changed.length > 0 && (
              <details>
                <summary>{m['organize.activity.what-changed']()}</summary>
                <div className="stack tight">
                  <ChangesList values={entry.changed} />
                  {entry.page && (
                    <form method="post" action={entry.page}>
                      <Button variant="quiet" name="restores" value={String(entry.id)}>
                        {m['organize.activity.restore']()}
                      </Button>
                    </form>
                  )}
                </div>
              </details>
            )}
          </li>
        ))}
      </ul>
      <Pager previous={isFirst ? null : address} next={next === null ? null : `${address}?before=${next}`} />
    </InitiativeFrame>
  )
}
