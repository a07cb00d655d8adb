import { m } from '#app/paraglide/messages.js'

type Words = { actor: string; subject: string; details: Record<string, unknown> }

/** What was done with hosts and their places, by the verb of its activity. */
export const hostSentences: Record<string, (words: Words) => string> = {
  'host.added': ({ actor, subject }) => m['organize.activity.host-added']({ actor, subject }),
  'host.asked': ({ actor, subject }) => m['organize.activity.host-asked']({ actor, subject }),
  'host.joined': ({ actor, subject }) => m['organize.activity.host-joined']({ actor, subject }),
  'host.declined': ({ subject }) => m['organize.activity.host-declined']({ subject }),
  'host.request-taken-back': ({ actor, subject }) =>
    m['organize.activity.host-request-taken-back']({ actor, subject }),
  'host.withdrawn': ({ actor, subject }) => m['organize.activity.host-withdrawn']({ actor, subject }),
  'host.worded': ({ actor, subject }) => m['organize.activity.host-worded']({ actor, subject }),
  'host.arranged': ({ actor }) => m['organize.activity.host-arranged']({ actor }),
  'quota.invited': ({ actor, subject, details }) =>
    m['quotas.activity.invited']({ actor, subject, count: Number(details.count ?? 0) }),
  'quota.reminded': ({ actor, subject, details }) =>
    m['quotas.activity.reminded']({ actor, subject, count: Number(details.count ?? 0) }),
  'quota.withdrawn': ({ actor, subject }) => m['quotas.activity.withdrawn']({ actor, subject }),
  'quota.replaced': ({ actor, subject }) => m['quotas.activity.replaced']({ actor, subject }),
  'quota.released': ({ subject, details }) =>
    m['quotas.activity.released']({ subject, count: Number(details.count ?? 0) }),
  'security.set': ({ actor }) => m['security.activity.set']({ actor }),
  'security.ended': ({ actor }) => m['security.activity.ended']({ actor }),
  'security.given': ({ subject }) => m['security.activity.given']({ subject }),
  'security.corrected': ({ actor, subject }) => m['security.activity.corrected']({ actor, subject }),
  'security.opened': ({ actor, details }) => openedSentence(actor, details),
  'security.purged': () => m['security.activity.purged'](),
  'quota.set': ({ actor, subject, details }) =>
    m['quotas.activity.set']({
      actor,
      subject,
      reserved: String(details.reserved ?? 0),
      before: String(details.before ?? 0),
    }),
}

function openedSentence(actor: string, { form, count }: Record<string, unknown>): string {
  const told = { actor, count: Number(count ?? 0) }
  return form === 'csv' ? m['security.activity.exported'](told) : m['security.activity.opened'](told)
}
