import { m } from '#app/paraglide/messages.js'
import { TextArea, TextField } from './fields/field.tsx'

type Props = { hint: string; text: string; fileHint?: string; rows?: number }

/** Where a table that is to be read comes from: a file, or what is pasted. */
export function TableSource({ hint, text, fileHint, rows = 8 }: Props) {
  return (
    <>
      <TextField
        name="file"
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        label={m['people.import.file']()}
        hint={fileHint}
      />
      <TextArea name="text" label={m['people.import.text']()} hint={hint} rows={rows} defaultValue={text} />
    </>
  )
}
