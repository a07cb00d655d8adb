import * as z from 'zod/mini'
import { strangeFields } from '#app/features/mail/domain/campaign/personal-fields.ts'
import { m } from '#app/paraglide/messages.js'
import {
  checkbox,
  optionalCount,
  optionalLine,
  optionalLink,
  optionalText,
  requiredLine,
  revision,
} from '#app/shared/forms/fields.ts'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { campaignBlockKinds } from '#app/shared/vocabulary.ts'

extendFormMessages({ 'campaigns.form.unknown': m['campaigns.form.unknown'] })

const uuid = z.string().check(z.uuid('shared.form.out-of-date'))
const uuidOrNone = z._default(z.union([z.literal(''), uuid]), '')

const conditionCode =
  /^$|^(registered|seated|speaker|list|supporter):[0-9a-f-]{36}$|^supporter:[0-9a-f-]{36}:[a-z-]{1,20}$|^language:(vi|en)$|^country:[A-Z]{2}$/

export const newCampaignSchema = z.object({ name: requiredLine(120), event: uuidOrNone })

export const audienceSchema = z.object({
  name: requiredLine(120),
  event: uuidOrNone,
  lists: z._default(z.record(uuid, checkbox()), {}),
  match: z._default(z.enum(['all', 'any'], 'shared.form.choose'), 'all'),
  conditions: z._default(
    z.record(
      z.string().check(z.regex(/^\d{1,2}$/, 'shared.form.out-of-date')),
      z.object({
        not: z._default(z.enum(['', 'not'], 'shared.form.choose'), ''),
        what: z._default(z.string().check(z.regex(conditionCode, 'shared.form.choose')), ''),
      }),
    ),
    {},
  ),
  perHour: optionalCount(100_000),
  perDomainHour: optionalCount(100_000),
  intent: z._default(z.enum(['save', 'count']), 'save'),
})

const words = (one: ReturnType<typeof optionalLine>) =>
  z.object({ vi: one, en: one, confirmed: checkbox() }).check((context) => {
    for (const locale of ['vi', 'en'] as const) {
      const strange = strangeFields(context.value[locale])
      if (strange.length === 0) continue
      const names = encodeURIComponent(strange.join(', '))
      context.issues.push({
        code: 'custom',
        input: context.value[locale],
        path: [locale],
        message: `campaigns.form.unknown?names=${names}`,
      })
    }
  })

export const messageSchema = z.object({
  subject: words(optionalLine(150)),
  blocks: z._default(
    z.record(
      uuid,
      z.object({ words: words(optionalText(4000)), subject: uuidOrNone, url: optionalLink(500) }),
    ),
    {},
  ),
  intent: z._default(
    z
      .string()
      .check(
        z.regex(
          new RegExp(`^(save|preview|add-(${campaignBlockKinds.join('|')})|(up|down|remove)-[0-9a-f-]{36})$`),
          'shared.form.out-of-date',
        ),
      ),
    'save',
  ),
})

export const sendingSchema = z.object({
  at: z._default(z.string(), ''),
  zone: z._default(z.string(), 'Asia/Ho_Chi_Minh'),
  revision: revision(),
  counted: revision(0),
})

export const mailRulesSchema = z.object({
  advertisingRules: checkbox(),
  weeklyMails: z.pipe(
    requiredLine(3),
    z.pipe(
      z.transform((text: string) => Number(text)),
      z
        .number('shared.form.wrong')
        .check(z.int('shared.form.wrong'), z.gte(0, 'shared.form.wrong'), z.lte(100, 'shared.form.wrong')),
    ),
  ),
})
