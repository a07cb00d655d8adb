import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import { goalStates } from '#app/shared/vocabulary.ts'
import { CheckboxField, SelectField, TextArea, TextField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { goalStateName } from '../../goal-labels.ts'
import type { InitiativeFormTools } from '../form-fields.ts'

type Props = { tools: InitiativeFormTools; stale?: readonly string[] }

/** What is written of a goal. */
export function GoalFields({ tools, stale = [] }: Props) {
  return (
    <>
      <TextPair
        tools={tools}
        name="title"
        label={m['initiatives.form.goal']()}
        stale={stale.includes('title')}
        required
      />
      <div className="pair">
        <SelectField
          {...tools.field('state')}
          label={m['initiatives.form.goal-state']()}
          options={goalStates.map((state) => ({ value: state, label: goalStateName(state) }))}
        />
        <TextField {...tools.field('dueOn')} label={m['initiatives.form.due']()} type="date" optional />
      </div>
      <TextPair
        tools={tools}
        name="remark"
        label={m['initiatives.form.remark']()}
        hint={m['initiatives.form.remark-hint']()}
        stale={stale.includes('remark')}
        rows={3}
        prose
      />
    </>
  )
}

/** What is written of an entry of the news. */
export function NewsFields({ tools, stale = [] }: Props) {
  return (
    <>
      <TextPair
        tools={tools}
        name="title"
        label={m['initiatives.form.headline']()}
        stale={stale.includes('title')}
        required
      />
      <TextField
        {...tools.field('datedOn')}
        label={m['initiatives.form.dated']()}
        hint={m['initiatives.form.dated-hint']()}
        type="date"
        required
      />
      <TextPair
        tools={tools}
        name="body"
        label={m['initiatives.form.body-text']()}
        stale={stale.includes('body')}
        rows={6}
        prose
      />
      <TextPair
        tools={tools}
        name="source"
        label={m['initiatives.form.source']()}
        hint={m['initiatives.form.source-hint']()}
        stale={stale.includes('source')}
      />
      <TextField
        {...tools.field('sourceUrl')}
        label={m['initiatives.form.source-url']()}
        type="url"
        autoComplete="off"
        optional
      />
    </>
  )
}

/** What is written of a figure: its values one a line. */
export function FigureFields({ tools, stale = [] }: Props) {
  return (
    <>
      <TextPair
        tools={tools}
        name="name"
        label={m['initiatives.form.figure']()}
        stale={stale.includes('name')}
        required
      />
      <TextArea
        {...tools.field('points')}
        label={m['initiatives.form.points']()}
        hint={m['initiatives.form.points-hint']()}
        rows={6}
        spellCheck={false}
      />
      {stale.includes('points') && (
        <Notice tone="warning" title={m['initiatives.form.sources-stale']()}>
          <CheckboxField {...tools.choice('sourcesConfirmed')} label={m['organize.form.still-right']()} />
        </Notice>
      )}
    </>
  )
}
