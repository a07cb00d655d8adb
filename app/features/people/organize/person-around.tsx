import { fieldName } from '#app/organize/field-names.ts'
import { m } from '#app/paraglide/messages.js'
import { roleWord } from '#app/public/code-labels.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { flatten } from '#app/shared/forms/merge.ts'
import type { AppearanceRole } from '#app/shared/vocabulary.ts'
import { AnswerMark } from '#app/ui/answer-mark.tsx'
import { Button } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Portrait } from '#app/ui/portrait.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { PortraitFields } from '../portrait-fields.tsx'
import type { PersonView } from './person-view.server.ts'

/** The picture, and the ways to another or to none. */
export function PersonPicture({ view, home, mayEdit }: { view: PersonView; home: string; mayEdit: boolean }) {
  const path = `${home}/people/${view.id}/portrait`
  return (
    <section className="stack snug" aria-labelledby="picture">
      <h2 className="title-s" id="picture">
        {m['people.portrait.title']()}
      </h2>
      <Portrait name={view.name} portraitId={view.portrait?.id ?? null} size="8rem" />
      {view.portrait?.credit && (
        <p className="faint small">{m['shared.portrait.credit']({ credit: view.portrait.credit })}</p>
      )}
      {mayEdit && (
        <form method="post" action={path} encType="multipart/form-data" className="stack snug">
          <PortraitFields
            refused={undefined}
            send={<Button variant="quiet">{m['people.portrait.send']()}</Button>}
          />
        </form>
      )}
      {mayEdit && view.portrait && (
        <form method="post" action={`${path}/removal`}>
          <Button variant="plain">{m['people.portrait.remove']()}</Button>
        </form>
      )}
    </section>
  )
}

/** The sessions of this event that somebody is in, and what they answered to each. */
export function PersonParts({ view, home, mayOpen }: { view: PersonView; home: string; mayOpen: boolean }) {
  return (
    <section className="stack snug" aria-labelledby="parts">
      <h2 className="title-s" id="parts">
        {m['people.one.sessions']()}
      </h2>
      {view.parts.length === 0 && <p className="soft">{m['people.one.no-sessions']()}</p>}
      <ul className="stack snug">
        {view.parts.map(({ sessionId, title, when, roles, invitation, answer }) => {
          const mark = answer ? <AnswerMark answer={answer} /> : null
          return (
            <li key={sessionId}>
              {mayOpen ? (
                <a href={`${home}/agenda/sessions/${sessionId}`}>
                  <Translated value={title} />
                </a>
              ) : (
                <Translated value={title} />
              )}
              <p className="faint small">
                {[when, roles.map((role) => roleWord(role as AppearanceRole)).join(', ')]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <p className="small">
                {invitation && mayOpen ? (
                  <a href={`${home}/agenda/invitations/${invitation}`}>{mark}</a>
                ) : (
                  (mark ?? <StateMark tone="plain">{m['invitations.state.not-asked']()}</StateMark>)
                )}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Others who may be the same person, each with the way to a merge. */
export function LikelySame({ view, home }: { view: PersonView; home: string }) {
  if (view.likely.length === 0) return null
  return (
    <Notice tone="info" title={m['people.one.likely']()}>
      <ul className="stack tight">
        {view.likely.map(({ id, name, about }) => (
          <li key={id}>
            <a href={`${home}/people/${view.id}/merge/${id}`}>{m['people.one.compare']({ name })}</a>
            {about && <span className="faint small"> {about}</span>}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** What is known of a person, for those who may not change it. */
export function PersonRead({ values }: { values: FormValues }) {
  const entries = Object.entries(flatten(values)).map(([field, value]) => ({
    key: field,
    term: fieldName(field),
    value,
  }))
  return <DescriptionList entries={entries} />
}
