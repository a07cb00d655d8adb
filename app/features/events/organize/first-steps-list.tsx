import { m } from '#app/paraglide/messages.js'
import { StateMark } from '#app/ui/state-mark.tsx'
import { type FirstStep, firstSessions } from './first-steps.ts'

const texts: Record<FirstStep['step'], (count: number) => string> = {
  sessions: (count) =>
    m['organize.first.sessions']({ count: Math.min(count, firstSessions), of: firstSessions }),
  agenda: () => m['organize.first.agenda'](),
  window: () => m['organize.first.window'](),
  publish: () => m['organize.first.publish'](),
}

/** The way from a new event to its public page: what is done, and the one step that is next. */
export function FirstStepsList({ slug, steps }: { slug: string; steps: readonly FirstStep[] }) {
  const next = steps.find(({ isDone }) => !isDone)
  return (
    <section className="stack tight" aria-labelledby="first">
      <h2 className="title-m" id="first">
        {m['organize.first.title']()}
      </h2>
      <ol className="stack tight">
        {steps.map((one) => (
          <li key={one.step} className="cluster snug">
            {one.isDone ? (
              <StateMark tone="good">{texts[one.step](one.count)}</StateMark>
            ) : (
              <a
                href={one.place.startsWith('#') ? one.place : `/organize/events/${slug}${one.place}`}
                aria-current={one === next ? 'step' : undefined}
              >
                {texts[one.step](one.count)}
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
