// A source map without others' sources: stacks are read for ours, and the rest is nine tenths of its size.
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The numbers of a segment: base 64 digits of five bits each, the sign in the lowest bit. */
function decode(segment) {
  const numbers = [];
  let [value, shift] = [0, 0];
  for (const letter of segment) {
    const digit = digits.indexOf(letter);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}

function encode(number) {
  let rest = number < 0 ? (-number << 1) | 1 : number << 1;
  let text = '';
  do {
    const more = rest > 31 ? 32 : 0;
    text += digits[(rest & 31) | more];
    rest >>= 5;
  } while (rest > 0);
  return text;
}

/** Everything but the column goes on from segment to segment, and is written as the difference to the last one. */
export function withoutPackages({ sources, mappings, ...map }) {
  const own = sources.map((source) => !source.includes('node_modules/'));
  const at = [0, 0, 0];
  let told = [0, 0, 0];
  const line = (text) => {
    let [column, toldColumn, inside] = [0, 0, true];
    const kept = [];
    for (const segment of text === '' ? [] : text.split(',')) {
      const [move = 0, ...moves] = decode(segment);
      column += move;
      if (moves.length === 0) continue;
      for (let i = 0; i < 3; i += 1) at[i] += moves[i];
      if (own[at[0]]) kept.push([column - toldColumn, ...at.map((value, i) => value - told[i])].map(encode).join(''));
      else if (inside)
        kept.push(encode(column - toldColumn)); // from here on it is nobody's
      else continue;
      if (own[at[0]]) told = [...at];
      inside = own[at[0]];
      toldColumn = column;
    }
    return kept.join(',');
  };
  const rest = mappings.split(';').map(line).join(';');
  const shown = sources.map((source, i) => (own[i] ? source : ''));
  return { ...map, sources: shown, names: [], mappings: rest };
}
