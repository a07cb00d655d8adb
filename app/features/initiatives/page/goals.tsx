import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { type MarkTone, StateMark } from '#app/ui/state-mark.tsx'
import { Translated, TranslatedProse } from '#app/ui/texts/translated.tsx'
import type { Goal } from '../domain/parts/initiative-parts.server.ts'
import { goalStateName } from '../goal-labels.ts'
import { dayText } from './day-text.ts'

const tones: Record<Goal['state'], MarkTone> = {
  planned: 'plain',
  'under-way': 'calm',
  reached: 'good',
  'given-up': 'bad',
}

/** What the initiative wants to reach, each with how far it has come. */
export function Goals({ goals }: { goals: readonly Goal[] }) {
  if (goals.length === 0) return null
  return (
    <section className="chapter" aria-labelledby="goals">
      <h2 id="goals">{m['initiatives.page.goals']()}</h2>
      <ol className="goal-list">
        {goals.map(({ id, title, remark, state, dueOn }) => (
          <li key={id} className="stack tight">
            <h3 className="title-s">
              <Translated value={title} />
            </h3>
            <p className="small">
              <StateMark tone={tones[state]}>{goalStateName(state)}</StateMark>
              {dueOn && (
                <span className="soft">
                  {' '}
                  · {m['initiatives.page.due']({ day: dayText(dueOn, getLocale()) })}
                </span>
              )}
            </p>
            <TranslatedProse value={remark} className="prose measure soft" />
          </li>
        ))}
      </ol>
    </section>
  )
}
