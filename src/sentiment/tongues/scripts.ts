/** Languages that are told by their letters. */

/** Name, letters, and how one asks for a person. */
export const scripts: readonly (readonly [string, RegExp, RegExp])[] = [
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/u, /オペレーター|担当者|人と話/u],
  ['Chinese', /\p{Script=Han}/u, /人工|转人|真人|投诉|客服/u],
  ['Korean', /\p{Script=Hangul}/u, /상담원|상담사|사람과/u],
  ['Russian', /\p{Script=Cyrillic}/u, /оператор|человек|менеджер/iu],
  ['Arabic', /\p{Script=Arabic}/u, /موظف|شخص|إنسان/u],
  ['Greek', /\p{Script=Greek}/u, /εκπρόσωπο|άνθρωπο/iu],
  ['Hebrew', /\p{Script=Hebrew}/u, /נציג|אדם/u],
  ['Thai', /\p{Script=Thai}/u, /เจ้าหน้าที่|พนักงาน/u],
  ['Hindi', /\p{Script=Devanagari}/u, /एजेंट|इंसान|व्यक्ति/u],
];
