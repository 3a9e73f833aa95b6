// The sum that PNG and ZIP both ask for; Node has it from 20.15 on only.
const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let sum = n;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

export const crc32 = (bytes) =>
  (bytes.reduce((sum, byte) => (sum >>> 8) ^ table[(sum ^ byte) & 0xff], 0xffffffff) ^ 0xffffffff) >>> 0;
