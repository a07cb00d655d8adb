import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ActPreviewPanel } from '#app/organize/act-preview-panel.tsx'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/fields/field.tsx'
import type { Outcome } from '../../domain/many/outcome.ts'
import type { Skip } from '../../domain/many/plan-many.ts'
import { stateWord } from '../../registration-labels.ts'
import type { SelectionAnswer, SelectionStep, selectionLoader } from './selection-action.server.ts'

const titles: Record<SelectionStep, () => string> = {
  approval: m['registration.many.approve'],
  decline: m['registration.many.decline'],
  category: m['registration.many.move'],
  tags: m['registration.many.tag'],
  untagging: m['registration.many.untag'],
  announcement: m['announcements.picked.write'],
}

export const selectionMeta: MetaFunction = ({ matches }) =>
  eventTitle(m['registration.many.title'](), matches)

const nothingChosen = { step: null, shown: null, filter: {} }

/** What would become of all that were chosen, who would be told, and the button that does it. */
export function SelectionPage() {
  const opened = useLoaderData<typeof selectionLoader>()
  const answer = useActionData() as SelectionAnswer | undefined
  const { step, list, shown, filter } = answer ?? { ...nothingChosen, list: opened.list }
  return (
    <DeskPage title={step ? titles[step]() : m['registration.many.title']()}>
      <p>
        <a className="breadcrumb" href={list}>
          {m['registration.list.title']()}
        </a>
      </p>
      {!answer && <p>{m['shared.refusal.selection-empty']()}</p>}
      {answer?.refusal && answer.typed && <TypedTags list={list} typed={answer.typed} />}
      {step && shown && (
        <form method="post" className="stack" data-unkept>
          {shown.kept.ids.map((id) => (
            <input key={id} type="hidden" name="id" value={id} />
          ))}
          {Object.entries(filter).map(
            ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
          )}
          {shown.kept.to && <input type="hidden" name="to" value={shown.kept.to} />}
          {shown.kept.tags && <input type="hidden" name="tags" value={shown.kept.tags} />}
          <Sums outcome={shown.outcome} mails={shown.preview.mails} />
          {step === 'decline' && (
            <TextArea
              name="reason"
              rows={2}
              maxLength={500}
              label={m['registration.detail.reason']()}
              defaultValue={shown.kept.reason}
              optional
            />
          )}
          <ActPreviewPanel
            preview={shown.preview}
            refused={{ errors: shown.errors, values: shown.values }}
            action={titles[step]()}
          />
        </form>
      )}
    </DeskPage>
  )
}

/** The tags that were typed, for all that the filter lets through. */
function TypedTags({ list, typed }: { list: string; typed: string }) {
  return (
    <form method="post" className="form" data-unkept>
      {[...new URLSearchParams(list.split('?', 2)[1])].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="choice">
        <input type="checkbox" name="all" />
        <span className="choice-text">{m['registration.many.all-found']()}</span>
      </label>
      <TextField name="tags" label={m['registration.guest.tags']()} defaultValue={typed} autoComplete="off" />
      <p>
        <Button variant="quiet">{m['registration.many.title']()}</Button>
      </p>
    </form>
  )
}

/** The sums of a step: how many get what, how many mails go, who is left out and why. */
function Sums({ outcome, mails }: { outcome: Outcome; mails: number }) {
  const locale = getLocale()
  const count = (value: number) => formatCount(value, locale)
  return (
    <ul className="stack tight">
      <li>
        <strong>{m['registration.many.changed']({ count: outcome.changed })}</strong>
        {outcome.states.length > 0 &&
          `: ${outcome.states.map((one) => `${stateWord(one.state).toLowerCase()} ${count(one.count)}`).join(', ')}`}
      </li>
      <li>{m['registration.many.mails']({ count: mails })}</li>
      {outcome.skipped.map(({ why, names }) => (
        <li key={why}>
          {m['registration.many.skipped']({ count: names.length, why: skipWord(why) })}{' '}
          <span className="soft" translate="no">
            {names.slice(0, 10).join(', ')}
            {names.length > 10 && '…'}
          </span>
        </li>
      ))}
    </ul>
  )
}

function skipWord(why: Skip): string {
  if (why === 'full') return m['registration.many.why-full']()
  if (why === 'same') return m['registration.many.why-same']()
  return m['registration.many.why-state']({ state: stateWord(why).toLowerCase() })
}
