import type { ActionFunctionArgs } from '@remix-run/node'
import { shownHtml } from '#app/features/mail/domain/shown-html.ts'
import { m } from '#app/paraglide/messages.js'
import { faultSentences } from '#app/shared/forms/form-messages.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { locales } from '#app/shared/vocabulary.ts'
import { previewCampaign } from '../domain/preview-campaign.server.ts'
import { messageSchema } from './campaign.schema.ts'
import { campaignPlace } from './campaign-place.server.ts'
import { messageOf } from './message-form.ts'

/** The message as it stands in an open form, written for each language and not saved (public/live-answer.js). */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, campaign } = await campaignPlace(request, params)
  const form = await readForm(request, messageSchema)
  if (!form.ok) return Response.json({ said: faultSentences(form.errors) }, { status: 400 })
  const mails = await previewCampaign(campaign.id, ctx, messageOf(form.data))
  const parts = locales.flatMap((locale) => {
    const mail = mails[locale]
    return [
      [locale, mail ? 'shown' : null],
      [`${locale}.none`, mail ? null : 'shown'],
      [`${locale}.subject`, mail?.subject ?? ''],
      [`${locale}.text`, mail?.text ?? ''],
      [`${locale}.html`, mail ? shownHtml(mail.html) : ''],
    ]
  })
  return Response.json({ said: m['mail.words.not-saved'](), parts: Object.fromEntries(parts) })
}
