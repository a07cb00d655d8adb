import { m } from '#app/paraglide/messages.js'

type Words = { actor: string; subject: string }

/** What was done about supporters of an initiative, as sentences of its activity. */
export const supporterSentences: Record<string, (words: Words) => string> = {
  'supporter.joined': ({ subject }) => m['supporters.activity.joined']({ subject }),
  'supporter.refused': () => m['supporters.activity.refused'](),
  'supporter.changed': ({ subject }) => m['supporters.activity.changed']({ subject }),
  'supporter.left': ({ subject }) => m['supporters.activity.left']({ subject }),
  'supporter.erased': () => m['supporters.activity.erased'](),
  'supporter.removed': ({ actor, subject }) => m['supporters.activity.removed']({ actor, subject }),
  'supporter.readmitted': ({ actor, subject }) => m['supporters.activity.readmitted']({ actor, subject }),
  'supporter.noted': ({ actor, subject }) => m['supporters.activity.noted']({ actor, subject }),
  'supporter.exported': ({ actor }) => m['supporters.activity.exported']({ actor }),
  'supporter.introducing': ({ actor, subject }) => m['supporters.activity.introducing']({ actor, subject }),
  'supporter.introduced': ({ subject }) => m['supporters.activity.introduced']({ subject }),
  'supporter.logo-sent': ({ subject }) => m['supporters.activity.logo-sent']({ subject }),
  'supporter.logo-removed': ({ subject }) => m['supporters.activity.logo-removed']({ subject }),
  'supporter.logo-shown': ({ actor, subject }) => m['supporters.activity.logo-shown']({ actor, subject }),
  'supporter.logo-hidden': ({ actor, subject }) => m['supporters.activity.logo-hidden']({ actor, subject }),
}
