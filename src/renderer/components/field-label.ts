import type { Texts } from '#api/i18n'

/** The name of the part of a case that a match's field belongs to: 备注 for `notes`, 附件 for `attachments/<id>`. */
export function fieldLabel(field: string, texts: Texts): string {
  const [part = ''] = field.split('/')
  return (texts.fields as Partial<Record<string, string>>)[part] ?? texts.fields.sections
}
