import { m } from '#app/paraglide/messages.js'

type Words = { actor: string; subject: string }

/** What was done at an initiative, by the verb of its activity. */
export const initiativeSentences: Record<string, (words: Words) => string> = {
  'initiative.created': ({ actor, subject }) => m['initiatives.activity.created']({ actor, subject }),
  'initiative.edited': ({ actor, subject }) => m['initiatives.activity.edited']({ actor, subject }),
  'initiative.published': ({ actor, subject }) => m['initiatives.activity.published']({ actor, subject }),
  'initiative.unpublished': ({ actor, subject }) => m['initiatives.activity.unpublished']({ actor, subject }),
  'initiative.removed': ({ actor, subject }) => m['initiatives.activity.removed']({ actor, subject }),
  'goal.added': ({ actor, subject }) => m['initiatives.activity.goal-added']({ actor, subject }),
  'goal.edited': ({ actor, subject }) => m['initiatives.activity.goal-edited']({ actor, subject }),
  'goal.removed': ({ actor, subject }) => m['initiatives.activity.goal-removed']({ actor, subject }),
  'news.added': ({ actor, subject }) => m['initiatives.activity.news-added']({ actor, subject }),
  'news.edited': ({ actor, subject }) => m['initiatives.activity.news-edited']({ actor, subject }),
  'news.removed': ({ actor, subject }) => m['initiatives.activity.news-removed']({ actor, subject }),
  'news.published': ({ actor, subject }) => m['initiatives.activity.news-published']({ actor, subject }),
  'news.unpublished': ({ actor, subject }) => m['initiatives.activity.news-unpublished']({ actor, subject }),
  'figure.added': ({ actor, subject }) => m['initiatives.activity.figure-added']({ actor, subject }),
  'figure.edited': ({ actor, subject }) => m['initiatives.activity.figure-edited']({ actor, subject }),
  'figure.removed': ({ actor, subject }) => m['initiatives.activity.figure-removed']({ actor, subject }),
  'document.added': ({ actor, subject }) => m['initiatives.activity.document-added']({ actor, subject }),
  'document.edited': ({ actor, subject }) => m['initiatives.activity.document-edited']({ actor, subject }),
  'document.removed': ({ actor, subject }) => m['initiatives.activity.document-removed']({ actor, subject }),
  'initiative-picture.added': ({ actor, subject }) =>
    m['initiatives.activity.picture-added']({ actor, subject }),
  'initiative-picture.edited': ({ actor, subject }) =>
    m['initiatives.activity.picture-edited']({ actor, subject }),
  'initiative-picture.removed': ({ actor, subject }) =>
    m['initiatives.activity.picture-removed']({ actor, subject }),
  'body.joined': ({ actor, subject }) => m['initiatives.activity.body-joined']({ actor, subject }),
  'body.asked': ({ actor, subject }) => m['initiatives.activity.body-asked']({ actor, subject }),
  'body.declined': ({ subject }) => m['initiatives.activity.body-declined']({ subject }),
  'body.request-taken-back': ({ actor, subject }) =>
    m['initiatives.activity.body-taken-back']({ actor, subject }),
  'body.withdrawn': ({ actor, subject }) => m['initiatives.activity.body-withdrawn']({ actor, subject }),
  'initiative.untied': ({ actor, subject }) => m['initiatives.activity.untied']({ actor, subject }),
  'lineage.untied': ({ subject }) => m['initiatives.activity.lineage-untied']({ subject }),
  'lineage.tied-again': () => m['initiatives.activity.tied-again'](),
  'lineage.edited': ({ actor }) => m['initiatives.activity.lineage-edited']({ actor }),
}
