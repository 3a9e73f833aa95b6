/** The same scripts, with word of how long each took and whether it failed. */
import type { Run } from './run.js';

export type Asked = (act: string, seconds: number, failed: boolean) => void;

export const observed =
  (run: Run, asked: Asked = () => undefined): Run =>
  async (name, shard, request) => {
    const began = performance.now();
    let failed = true;
    try {
      const answer = await run(name, shard, request);
      failed = false;
      return answer;
    } finally {
      asked(name, (performance.now() - began) / 1000, failed);
    }
  };
