/** What the stream of Direct Line sends at once, as far as tests read it. */
export interface Frame {
  readonly activities: readonly {
    readonly text?: string;
    readonly channelData?: { readonly seq?: number };
    readonly value?: { readonly place?: number; readonly state?: string };
  }[];
  readonly watermark: string;
}

export const seqOf = ({ channelData }: Frame['activities'][number]) => channelData?.seq ?? 0;
