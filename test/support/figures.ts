/** What a server shows to Prometheus. */
export interface Figures {
  /** The sum of all series of this name that have these labels; undefined where there is none. */
  of(name: string, labels?: Readonly<Record<string, string>>): number | undefined;
  /** Of all that is measured, also of what has not happened yet. */
  readonly names: ReadonlySet<string>;
  /** Every series with its labels, without its value. */
  readonly series: readonly string[];
}

function parseFigures(text: string): Figures {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const all = lines.map((line) => {
    const [, series = '', value = ''] = /^(.*) (\S+)$/.exec(line) ?? [];
    const [name = ''] = series.split('{');
    return { series, name, value: Number(value) };
  });
  return {
    of(name, labels = {}) {
      const marks = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
      const found = all.filter((one) => one.name === name && marks.every((mark) => one.series.includes(mark)));
      return found.length === 0 ? undefined : found.reduce((sum, { value }) => sum + value, 0);
    },
    names: new Set(Array.from(text.matchAll(/^# TYPE (\S+)/gm), ([, name = '']) => name)),
    series: all.map(({ series }) => series),
  };
}

export async function readFigures(url: string, token?: string): Promise<Figures> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}/metrics`, { headers });
  if (!answer.ok) throw new Error(`The metrics were answered ${answer.status}.`);
  return parseFigures(await answer.text());
}
