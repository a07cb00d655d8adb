import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { listOpenActs } from '#app/features/acts/domain/acts.server.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { OpenActs } from '#app/organize/open-acts.tsx'
import { TextPair } from '#app/organize/text-pair.tsx'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import { refuse } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { inBoth, isStale, textIn } from '#app/shared/i18n/translated-text.ts'
import { type CampaignBlockKind, campaignBlockKinds } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { addBlock, editMessage, moveBlock, removeBlock } from '../domain/edit-blocks.server.ts'
import { listHostedEvents, listShowable } from '../domain/offered-subjects.server.ts'
import { previewCampaign } from '../domain/preview-campaign.server.ts'
import { listBlocks, type StoredBlock, type StoredCampaign } from '../domain/stored-campaigns.server.ts'
import { BlockFields } from './block-fields.tsx'
import { messageSchema } from './campaign.schema.ts'
import { blockNames } from './campaign-names.ts'
import { campaignPlace } from './campaign-place.server.ts'
import { CampaignTabs } from './campaign-tabs.tsx'
import { liveForm } from './live-form.ts'
import { messageOf } from './message-form.ts'
import { ShownCampaign } from './shown-campaign.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${m['campaigns.message.title']()} · ${data.name}` : '' },
]

const liveWords = () => ({
  away: m['campaigns.preview.away'](),
  signedOut: m['campaigns.preview.signed-out'](),
})

type Stored = StoredCampaign & { blocks: StoredBlock[] }

const formValues = ({ subject, blocks }: Pick<Stored, 'subject' | 'blocks'>) => ({
  subject: inBoth(subject),
  blocks: Object.fromEntries(
    blocks.map(({ id, words, subjectId, url }) => [
      id,
      { words: inBoth(words), subject: subjectId ?? '', url: url ?? '' },
    ]),
  ),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, organization, campaign, address } = await campaignPlace(request, params)
  const [blocks, events, showable, shown, acts] = await Promise.all([
    listBlocks(campaign.id),
    listHostedEvents(organization.id),
    listShowable(campaign.eventId),
    previewCampaign(campaign.id, ctx),
    listOpenActs(ctx, { organizationId: organization.id }),
  ])
  const values = formValues({ subject: campaign.subject, blocks })
  const named = <T extends { id: string }>(of: T[], label: (one: T) => string) =>
    of.map((one) => ({ value: one.id, label: label(one) || '—' }))
  return data({
    name: campaign.name,
    address,
    mayEdit: campaign.state === 'draft',
    isScheduled: campaign.state === 'scheduled',
    values,
    base: footprint(values),
    blocks: blocks.map(({ id, kind, words }) => ({ id, kind, stale: isStale(words) })),
    stale: isStale(campaign.subject),
    offered: {
      event: named(events, ({ title }) => textIn(title, ctx.locale)),
      session: named(showable.sessions, ({ title }) => textIn(title, ctx.locale)),
      picture: named(showable.pictures, ({ alt }) => textIn(alt, ctx.locale)),
    },
    shown,
    acts,
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, organization, campaign, address } = await campaignPlace(request, params)
  const place = { organizationId: organization.id, campaignId: campaign.id }
  return saveMerged(request, {
    schema: messageSchema,
    stored: { ...campaign, blocks: await listBlocks(campaign.id) } as Stored,
    valuesOf: formValues,
    save: async ({ data: typed, values }, { revision }) => {
      const message = messageOf(typed)
      if (typed.intent === 'preview') {
        const shown = await previewCampaign(campaign.id, ctx, message)
        return refuse({ ok: false, errors: {}, values }, { shown }, 200)
      }
      const isChanged = await editMessage(ctx, { ...place, revision, message })
      const to = `${address}/message`
      const [, step, of = ''] = /^(add|up|down|remove)-(.+)$/.exec(typed.intent) ?? []
      if (step === 'add') {
        const { id } = await addBlock(ctx, { ...place, kind: of as CampaignBlockKind })
        return redirect(`${to}#block-${id}`, 303)
      }
      if (step === 'up' || step === 'down') {
        await moveBlock(ctx, { ...place, blockId: of, up: step === 'up' })
        return redirect(`${to}#block-${of}`, 303)
      }
      if (step === 'remove') {
        await performAct(ctx, {
          act: { organizationId: organization.id, verb: 'campaign-part.removed', subjectName: campaign.name },
          answered: unasked,
          work: () => removeBlock(ctx, { ...place, blockId: of }),
        })
        return redirect(`${to}#blocks`, 303)
      }
      return isChanged ? redirect(to, 303) : nothingChanged(to)
    },
  })
}

/** What a campaign says: its subject and its parts, in both languages, and how it will look. */
export default function MessagePage() {
  const { name, address, mayEdit, isScheduled, values, base, blocks, stale, offered, shown, acts } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const tools = plainTools(refused, values)
  const unsaved = refused && 'shown' in refused ? (refused.shown as typeof shown) : null
  return (
    <DeskPage title={name} banner={acts.length > 0 && <OpenActs acts={acts} timeZone={null} />}>
      <CampaignTabs address={address} current="message" />
      {isScheduled && <Notice tone="warning">{m['campaigns.message.scheduled']()}</Notice>}
      <div className="mail-write">
        {mayEdit ? (
          <Form method="post" noValidate className="form" {...liveForm(`${address}/preview`, liveWords())}>
            <FormVersions refused={refused} base={base} />
            {/* Enter in a field saves, and does not press the first button of a part. */}
            <button type="submit" name="intent" value="save" hidden tabIndex={-1} aria-hidden="true" />
            <TextPair
              tools={tools}
              name="subject"
              label={m['campaigns.form.subject']()}
              hint={m['campaigns.form.fields-hint']({
                name: '{name}',
                fallback: `{name|${m['campaigns.form.nameless']()}}`,
                list: '{list}',
              })}
              stale={stale}
            />
            <ol className="plain-list stack" id="blocks">
              {blocks.map((block, at) => (
                <BlockFields
                  key={block.id}
                  block={block}
                  tools={tools}
                  offered={offered}
                  isFirst={at === 0}
                  isLast={at === blocks.length - 1}
                />
              ))}
            </ol>
            <fieldset className="cluster">
              <legend>{m['campaigns.message.add']()}</legend>
              {campaignBlockKinds.map((kind) => (
                <Button key={kind} variant="quiet" name="intent" value={`add-${kind}`}>
                  {blockNames[kind]()}
                </Button>
              ))}
            </fieldset>
            <p className="cluster">
              <Button name="intent" value="save">
                {m['organize.form.save']()}
              </Button>
              <Button variant="quiet" name="intent" value="preview">
                {m['mail.words.show']()}
              </Button>
            </p>
          </Form>
        ) : (
          <p className="soft measure">{m['campaigns.message.fixed']()}</p>
        )}
        <ShownCampaign mails={unsaved ?? shown} isUnsaved={unsaved !== null} />
      </div>
      <script src="/live-answer.js" defer />
    </DeskPage>
  )
}
