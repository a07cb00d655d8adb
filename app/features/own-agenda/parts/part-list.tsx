import { stateWord } from '#app/features/registration/registration-labels.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/fields/field.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { PartView } from './parts-view.server.ts'

type Props = { parts: PartView[]; token: string; isSeated: boolean }

/** The parts of a festival that have seats of their own, and what somebody registered for the whole has in them. */
export function PartList({ parts, token, isSeated }: Props) {
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{m['own-agenda.parts.title']()}</h2>
      <p className="measure soft">{m['own-agenda.parts.lead']()}</p>
      <ul className="parts">
        {parts.map((part) => (
          <li key={part.slug} id={`part-${part.slug}`} className="stack snug">
            <h3>
              <a href={publicPath.event(getLocale(), part.slug)}>
                <Translated value={part.title} />
              </a>
            </h3>
            <p>
              <TimeRange start={part.startsAt} end={part.endsAt} zone={part.timeZone} place={part.city} />
            </p>
            {part.own ? (
              <div className="cluster">
                <StateMark tone={part.own.tone}>{stateWord(part.own.state, false)}</StateMark>
                <ButtonLink href={`/registrations/${part.own.token}`} variant="quiet">
                  {m['own-agenda.parts.open']()}
                  <span className="visually-hidden">: {textIn(part.title, getLocale())}</span>
                </ButtonLink>
              </div>
            ) : (
              <TakePart part={part} token={token} isSeated={isSeated} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function TakePart({ part, token, isSeated }: { part: PartView; token: string; isSeated: boolean }) {
  if (!part.isOpen) return <p className="soft">{m['own-agenda.parts.closed']()}</p>
  if (!isSeated) return <p className="soft">{m['shared.refusal.part-needs-seat']()}</p>
  const [only, ...others] = part.categories
  return (
    <form method="post" action={`/registrations/${token}/parts/${part.slug}`} className="toolbar">
      {others.length === 0 ? (
        <input type="hidden" name="category" value={only?.code ?? ''} />
      ) : (
        <SelectField
          id={`category-${part.slug}`}
          name="category"
          label={m['own-agenda.parts.category']()}
          options={part.categories.map(({ code, label }) => ({ value: code, label }))}
        />
      )}
      {part.takesCode && (
        <TextField
          id={`code-${part.slug}`}
          name="code"
          label={m['registration.form.code']()}
          autoComplete="off"
          optional
        />
      )}
      <Button variant="quiet">
        {m['own-agenda.parts.take']()}
        <span className="visually-hidden">: {textIn(part.title, getLocale())}</span>
      </Button>
    </form>
  )
}
