/** Who speaks: the company's name, and what it tells customers about their data before their first word. */
import { z } from 'zod';
import { type Checked, checkYaml, type TextFile } from '../base/index.js';

const isPage = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text);

const schema = z.strictObject({
  name: z.string().trim().min(1).max(40),
  /** ISO 639-1: in which most customers write; English when missing, or what `wording.yaml` is written in. */
  language: z
    .string()
    .regex(/^[a-z]{2}$/, 'must be two letters, as in en or de')
    .optional(),
  /** One line under the chat. */
  consent: z.string().trim().min(1).max(300).optional(),
  /** The page that says what happens with what customers write. */
  privacy: z.string().refine(isPage, 'must be like https://example.com/privacy').optional(),
});
export type Brand = z.infer<typeof schema>;

/** Checks `brand.yaml`; every problem is told with its line. */
export function checkBrand(file: TextFile): Checked<Brand> {
  const checked = checkYaml(file, schema);
  return checked.kind === 'broken' ? checked : { kind: 'ok', value: checked.value.value };
}
