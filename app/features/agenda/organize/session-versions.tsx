import { m } from '#app/paraglide/messages.js'
import { CheckboxField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** One field that somebody else saved otherwise meanwhile, in words. */
export type FieldClash = { field: string; label: string; mine: string; theirs: string }
export type SessionClashView = { fields: FieldClash[]; was: string }

/** What a refused save clashed with, if it clashed. */
export function sessionClashOf(refused: object | undefined): SessionClashView | null {
  return (refused as { clash?: SessionClashView } | undefined)?.clash ?? null
}

/** Both versions of each field, with a box that takes the other person's. What was typed stays in the form below. */
export function SessionClash({ clash }: { clash: SessionClashView }) {
  return (
    <section className="stack" aria-labelledby="versions">
      <Notice tone="problem" live title={<span id="versions">{m['organize.versions.title']()}</span>}>
        <p>{m['organize.versions.lead']()}</p>
      </Notice>
      {clash.fields.map(({ field, label, mine, theirs }) => (
        <div key={field} className="stack tight">
          <p className="title-s">{label}</p>
          <dl className="pair">
            <div>
              <dt className="label">{m['organize.versions.mine']()}</dt>
              <dd>{mine || '—'}</dd>
            </div>
            <div>
              <dt className="label">{m['organize.versions.theirs']()}</dt>
              <dd>{theirs || '—'}</dd>
            </div>
          </dl>
          <CheckboxField name="take" value={field} label={m['organize.versions.take']()} />
        </div>
      ))}
    </section>
  )
}
