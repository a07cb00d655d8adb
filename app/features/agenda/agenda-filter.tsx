import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { languageWord } from '#app/public/code-labels.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import { type AgendaChoice, choiceAddress, languagesOf } from './agenda-choice.ts'
import { placeKey } from './agenda-days.ts'
import type { Grouping } from './agenda-groups.ts'
import type { PublishedAgenda } from './domain/agenda-snapshot.ts'

type AgendaFilterProps = { path: string; agenda: PublishedAgenda; chosen: AgendaChoice }
type Choices = { kind: 'room' | 'track' | 'language'; every: string; all: { key: string; name: string }[] }

/** Rooms, tracks, languages and arrangements as links: they work without script, and a choice has an address of its own. */
export function AgendaFilter({ path, agenda, chosen }: AgendaFilterProps) {
  const kinds = choicesOf(agenda).filter((one) => one.all.length > 1)
  const isChosen =
    Boolean(chosen.room ?? chosen.track ?? chosen.language) || (chosen.by !== 'time' && chosen.by !== 'grid')
  return (
    <>
      <AgendaSearch path={path} chosen={chosen} />
      {agenda.rooms.length > 1 && <AgendaView path={path} chosen={chosen} />}
      {kinds.length > 0 && (
        <details className="agenda-filter" open={isChosen}>
          <summary>{m['public.agenda.filter']()}</summary>
          {kinds.map(({ kind, every, all }) => (
            <FilterRow key={kind} name={kind} label={texts[kind]()}>
              {[{ key: null, name: every }, ...all].map(({ key, name }) => (
                <ChoiceLink
                  key={key ?? ''}
                  href={choiceAddress(path, chosen, { [kind]: key })}
                  isChosen={chosen[kind] === key}
                  name={name}
                />
              ))}
            </FilterRow>
          ))}
          <FilterRow name="by" label={m['public.agenda.by']()}>
            {(['time', ...kinds.map(({ kind }) => kind)] as ('time' | Grouping)[]).map((by) => (
              <ChoiceLink
                key={by}
                href={choiceAddress(path, chosen, { by })}
                isChosen={chosen.by === by}
                name={by === 'time' ? m['public.agenda.by-time']() : texts[by]()}
              />
            ))}
          </FilterRow>
        </details>
      )}
    </>
  )
}

const texts = {
  room: m['public.agenda.rooms'],
  track: m['public.agenda.tracks'],
  language: m['public.agenda.languages'],
}

function choicesOf(agenda: PublishedAgenda): Choices[] {
  const named = (places: PublishedAgenda['rooms'] | PublishedAgenda['tracks']) =>
    places.map((place) => ({ key: placeKey(place), name: textIn(place.name, getLocale()) }))
  return [
    { kind: 'room', every: m['public.agenda.all-rooms'](), all: named(agenda.rooms) },
    { kind: 'track', every: m['public.agenda.all-tracks'](), all: named(agenda.tracks) },
    {
      kind: 'language',
      every: m['public.agenda.all-languages'](),
      all: languagesOf(agenda).map((one) => ({ key: one, name: languageWord(one) })),
    },
  ]
}

function FilterRow({ name, label, children }: { name: string; label: string; children: React.ReactNode }) {
  return (
    <nav className="agenda-filter-row" aria-labelledby={`filter-${name}`}>
      <p className="faint" id={`filter-${name}`}>
        {label}
      </p>
      <ul className="agenda-choices">{children}</ul>
    </nav>
  )
}

function ChoiceLink({ href, isChosen, name }: { href: string; isChosen: boolean; name: string }) {
  return (
    <li>
      <a className="choice-link" href={href} rel="nofollow" aria-current={isChosen ? 'true' : undefined}>
        {name}
      </a>
    </li>
  )
}

/** The list, or the rooms side by side. */
function AgendaView({ path, chosen }: Pick<AgendaFilterProps, 'path' | 'chosen'>) {
  return (
    <FilterRow name="view" label={m['public.agenda.view']()}>
      <ChoiceLink
        href={choiceAddress(path, chosen, { by: 'time' })}
        isChosen={chosen.by !== 'grid'}
        name={m['public.agenda.view-list']()}
      />
      <ChoiceLink
        href={choiceAddress(path, chosen, { by: 'grid' })}
        isChosen={chosen.by === 'grid'}
        name={m['public.agenda.view-grid']()}
      />
    </FilterRow>
  )
}

/** Finds sessions by any word of them, with or without diacritics; keeps what else is chosen. */
function AgendaSearch({ path, chosen }: Pick<AgendaFilterProps, 'path' | 'chosen'>) {
  const { q, by, ...rest } = chosen
  const kept = Object.entries({ ...rest, by: by === 'time' ? null : by })
  return (
    <form className="agenda-search" method="get" action={path}>
      <TextField
        name={'q'}
        label={m['public.agenda.search']()}
        type={'search'}
        defaultValue={q}
        maxLength={100}
        enterKeyHint={'search'}
        autoComplete={'off'}
      />
      {kept.map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
      <Button variant="quiet">{m['public.agenda.find']()}</Button>
      {q && <a href={choiceAddress(path, chosen, { q: '' })}>{m['public.agenda.clear']()}</a>}
    </form>
  )
}
