/** The receipt of a decision: every signal, what was measured, its points, and the bar they reached. */
import type { Receipt } from '../types.js';
import { signalText, signalValue } from '../words.js';

const points = (value: number) => String(Math.round(value * 10) / 10);

/** What stands in the message is quoted; what was inferred from it is named. */
const quoted = ({ text, at }: Receipt['signals'][number]['words'][number]) => (at === undefined ? text : `“${text}”`);

export function ReceiptTable({ receipt }: { receipt: Receipt }) {
  const { bar, turn, policy } = receipt;
  const signals = receipt.signals.toSorted((a, b) => b.points - a.points);
  const reached = receipt.points >= bar;
  return (
    <div class="receipt">
      <table class="table">
        <caption class="sr-only">Signals that counted, with their points</caption>
        <thead>
          <tr>
            <th scope="col">Signal</th>
            <th scope="col">What counted in the message</th>
            <th scope="col" class="number">
              Measured
            </th>
            <th scope="col" class="number">
              Points
            </th>
          </tr>
        </thead>
        <tbody>
          {signals.map(({ name, value, points: added, words }) => (
            <tr key={name}>
              <th scope="row">{signalText(name)}</th>
              <td>{words.length > 0 ? words.map(quoted).join(', ') : <span class="muted">none</span>}</td>
              <td class="number">{signalValue(value)}</td>
              <td class="number">{points(added)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              Together, at message {turn}
            </th>
            <td class="number">
              <strong>{points(receipt.points)}</strong>
            </td>
          </tr>
        </tfoot>
      </table>
      <p class="receipt-foot muted">
        The bar for a person is {points(bar)}: {reached ? 'reached' : 'not reached'}. Policy {policy}.
      </p>
    </div>
  );
}
