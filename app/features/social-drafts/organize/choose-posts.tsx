import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/fields/field.tsx'

type View = {
  about: string
  language: string
  link: string
  links: { id: string; name: string }[]
  subjects: { about: string; name: string }[]
}

/** What the posts are about, in which language, and by which link their readers come. */
export function ChoosePosts({ page, view }: { page: string; view: View }) {
  const { about, language, link, links, subjects } = view
  return (
    <form action={page} className="form" key={`${about} ${language} ${link}`}>
      <SelectField
        name="about"
        label={m['posts.choose.about']()}
        defaultValue={about}
        options={subjects.map((one) => ({ value: one.about, label: aboutName(one) }))}
      />
      <SelectField
        name="language"
        label={m['posts.choose.language']()}
        defaultValue={language}
        options={[
          { value: 'vi', label: 'Tiếng Việt' },
          { value: 'en', label: 'English' },
        ]}
      />
      <SelectField
        name="link"
        label={m['posts.choose.link']()}
        hint={links.length === 0 ? m['posts.choose.no-links']() : undefined}
        defaultValue={link}
        options={[
          { value: '', label: m['posts.choose.plain']() },
          ...links.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <p>
        <Button variant="quiet">{m['posts.choose.show']()}</Button>
      </p>
    </form>
  )
}

function aboutName({ about, name }: View['subjects'][number]): string {
  if (about === 'event') return m['posts.about.event']()
  return about === 'recap' ? m['posts.about.recap']() : m['posts.about.session']({ name })
}
