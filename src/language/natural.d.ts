/** `natural` declares the types of all its stemmers together; this file of it has one, and loads no other. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export = stemmer;
}
