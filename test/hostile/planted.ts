/** Loaded before the server by the test of the table: plants the pattern that once stopped everybody. */
// eslint-disable-next-line regexp/no-super-linear-move -- it is slow on purpose
const slow = /[.!?]+$/;
const { trim } = String.prototype;
Object.defineProperty(String.prototype, 'trim', {
  value(this: string) {
    for (let n = 0; n < 4 && this.length > 1000; n += 1) slow.test(this);
    return trim.call(this);
  },
});
export {};
