/** As much of NLP.js as the bench uses; the packages come without types. */
declare module '@nlpjs/nlp' {
  export class Nlp {
    constructor(settings: {
      readonly autoSave: boolean;
      readonly autoLoad: boolean;
      readonly log: boolean;
      /** The one inside reports each round of learning on stdout, unless told not to. */
      readonly nlu: { readonly log: boolean };
    });
    readonly container: { use(plugin: unknown): void };
    addLanguage(language: string): void;
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<void>;
    process(
      language: string,
      text: string,
    ): Promise<{ readonly classifications: readonly { readonly intent: string; readonly score: number }[] }>;
  }
}

declare module '@nlpjs/lang-en-min' {
  export const LangEn: unknown;
}
