/** What a browser calls itself, in two words. */

/** Each calls itself by the names of those before it, too. */
const browsers: readonly (readonly [sign: string, name: string])[] = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['FxiOS/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['CriOS/', 'Chrome'],
  ['Safari/', 'Safari'],
];
const systems: readonly (readonly [sign: string, name: string])[] = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
];

const longest = 40;

/** "Chrome on Windows"; what is no browser by its own words. */
export function browserName(said: string): string {
  const [browser, system] = [browsers, systems].map((all) => all.find(([sign]) => said.includes(sign))?.[1]);
  if (browser === undefined) return said.trim() === '' ? 'An unknown browser' : said.trim().slice(0, longest);
  return system === undefined ? browser : `${browser} on ${system}`;
}
