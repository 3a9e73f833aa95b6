/** Small talk that is known as a whole, by what it does and in which language: each is answered by its own sentence. */
import type { Tongue } from '../conversation/index.js';

export type Phrased = 'identity' | 'here' | 'test' | 'praise' | 'no-harm' | 'noted' | 'worked' | 'finished';

type Phrases = Readonly<Partial<Record<Tongue, string>>>;

/** Phrases stand between bars. */
export const phrased: Readonly<Record<Phrased, Phrases>> = {
  identity: {
    en: `are you a robot|are you a bot|are you human|are you a human|are you a real person|are you real|are you a person|are you an ai|are you a machine|are you a computer|are you a chatbot|are you an actual person|are you automated|is this a bot|is this a robot|is this a real person|is this automated|is this an ai|is this a human|am i talking to a human|am i talking to a bot|am i talking to a robot|am i talking to a real person|am i talking to a person|am i talking to a machine|am i speaking to a human|am i speaking with a human|am i chatting with a bot|am i chatting with a real person|am i speaking to a real person|who are you|what are you|who is this|who am i talking to|who am i speaking to|who am i chatting with|what is your name|whats your name|do you have a name|are you a robot or a human|are you a human or a bot|are you a person or a machine|robot or human|bot or human`,
    de: `bist du ein roboter|sind sie ein roboter|bist du ein mensch|sind sie ein mensch|bist du ein bot|sind sie ein bot|bist du echt|sind sie echt|spreche ich mit einem menschen|rede ich mit einem menschen|schreibe ich mit einem menschen|spreche ich mit einem roboter|rede ich mit einer maschine|ist das ein bot|ist das ein roboter|bist du eine ki|sind sie eine ki|wer bist du|wer sind sie|was bist du|mit wem spreche ich|mit wem rede ich|mit wem schreibe ich|wie heißt du|wie heißen sie|mensch oder maschine`,
    fr: `êtes-vous un robot|es-tu un robot|êtes-vous humain|es-tu humain|êtes-vous une vraie personne|est-ce que je parle à un humain|je parle à un robot|qui êtes-vous|qui es-tu|comment vous appelez-vous`,
    es: `eres un robot|es usted un robot|eres humano|eres una persona|eres una persona real|hablo con un robot|hablo con una persona|quién eres|quién es usted|cómo te llamas`,
    it: `sei un robot|è un robot|sei umano|sei una persona|sei una persona vera|parlo con un robot|sto parlando con una persona|chi sei|come ti chiami`,
    nl: `ben je een robot|bent u een robot|ben je een mens|bent u een mens|praat ik met een robot|praat ik met een mens|wie ben je|wie bent u|hoe heet je`,
    pt: `você é um robô|és um robô|você é humano|você é uma pessoa|estou falando com um robô|estou falando com uma pessoa|quem é você|quem és tu|como você se chama`,
    pl: `czy jesteś robotem|jesteś robotem|czy jesteś człowiekiem|jesteś człowiekiem|czy rozmawiam z człowiekiem|czy rozmawiam z robotem|kim jesteś|jak się nazywasz`,
  },
  here: {
    en: `are you there|you there|are you still there|still there|anyone there|anybody there|is anyone there|is anybody there|are you listening|are you awake|can you hear me|can you read this|do you read me`,
    de: `bist du da|bist du noch da|sind sie da|sind sie noch da|noch da|hörst du mich|hören sie mich|kannst du das lesen`,
    fr: `êtes-vous là|vous êtes là|tu es là|es-tu là|vous êtes encore là`,
    es: `estás ahí|está ahí|sigues ahí|me lees`,
    it: `ci sei|sei lì|c'è ancora|mi senti`,
    nl: `ben je daar|ben je er nog|bent u er nog|bent u daar`,
    pt: `você está aí|estás aí|ainda está aí|está me ouvindo`,
    pl: `jesteś tam|czy jesteś tam|jesteś jeszcze|halo jesteś`,
  },
  test: {
    en: `test|testing|just testing|test test|this is a test|testing 123|just a test|test message|only testing`,
    de: `nur ein test|das ist ein test|ich teste nur|testnachricht|ein test`,
    fr: `ceci est un test|juste un test|un test`,
    es: `esto es una prueba|prueba|solo una prueba`,
    it: `è una prova|solo una prova|prova`,
    nl: `dit is een test|even testen|testje`,
    pt: `isto é um teste|só um teste|teste`,
    pl: `to jest test|tylko test`,
  },
  praise: {
    en: `you are great|youre great|you are the best|youre the best|you are awesome|youre awesome|you are amazing|youre amazing|good bot|great job|good job|well done|nice work|great work|you are very helpful|youre very helpful|very helpful|you are so kind|youre a star|you are a star|i love you|you rock|that was quick|that was fast|excellent service|great service|impressive|amazing|awesome|you are a lifesaver|love it|wonderful`,
    de: `du bist super|sie sind super|du bist toll|sie sind toll|guter bot|gut gemacht|sehr hilfreich|gute arbeit|das war schnell|du bist die beste|du bist der beste|ich liebe dich|toller service|super service|ausgezeichnet|wunderbar|klasse`,
    fr: `vous êtes génial|tu es génial|bravo|bon travail|excellent service|très utile|bien joué`,
    es: `eres genial|eres el mejor|eres la mejor|buen trabajo|muy útil|excelente servicio|bien hecho`,
    it: `sei fantastico|sei fantastica|sei grande|ottimo lavoro|ben fatto|molto utile|bravissimo`,
    nl: `je bent geweldig|u bent geweldig|goed gedaan|goed werk|heel behulpzaam|top service`,
    pt: `você é ótimo|você é ótima|és o melhor|bom trabalho|muito útil|excelente serviço`,
    pl: `jesteś super|jesteś świetny|dobra robota|świetna robota|bardzo pomocne`,
  },
  'no-harm': {
    en: `sorry|im sorry|i am sorry|sorry my mistake|my mistake|my bad|my fault|sorry my fault|sorry my bad|i apologise|i apologize|apologies|my apologies|sorry about that|sorry for that|sorry for the confusion|sorry wrong chat|wrong chat|wrong window|sorry typo|oops|oops sorry|sorry i misread|i was wrong|sorry i was wrong|never mind my mistake`,
    de: `entschuldigung|sorry mein fehler|mein fehler|entschuldige|tut mir leid|es tut mir leid|verzeihung|mein versehen|das war mein fehler|falscher chat|ups|hoppla|ich habe mich geirrt`,
    fr: `désolé|désolée|pardon|c'est ma faute|mon erreur|excusez-moi|je suis désolé`,
    es: `lo siento|perdón|perdona|mi error|fue mi error|disculpe|disculpa`,
    it: `scusa|scusi|mi dispiace|colpa mia|errore mio|mi scusi`,
    nl: `sorry mijn fout|mijn fout|excuses|het spijt me|foutje`,
    pt: `desculpe|desculpa|foi mal|meu erro|erro meu|peço desculpa`,
    pl: `przepraszam|mój błąd|moja wina|sorry moja wina`,
  },
  noted: {
    en: `got it|i got it|ok got it|understood|i understand|i see|makes sense|that makes sense|noted|fair enough|all clear|clear|right|gotcha|roger|sounds good|will do|i will try|ill try that|let me try|let me check|good to know|no worries|no problem|all right then|ah i see|oh i see`,
    de: `verstanden|alles klar|ich verstehe|verstehe|habe verstanden|ach so|achso|okay verstanden|in ordnung|klar|kein problem|macht nichts|gut zu wissen|ich probiere es|mache ich|jetzt verstehe ich`,
    fr: `compris|j'ai compris|je comprends|d'accord|je vois|entendu|pas de problème`,
    es: `entendido|lo entiendo|entiendo|de acuerdo|ya veo|vale entendido|sin problema`,
    it: `capito|ho capito|d'accordo|va bene|vedo|nessun problema`,
    nl: `begrepen|ik begrijp het|ik snap het|duidelijk|geen probleem`,
    pt: `entendi|entendido|percebi|certo|de acordo|sem problema`,
    pl: `rozumiem|zrozumiałem|zrozumiałam|jasne|nie ma sprawy`,
  },
  worked: {
    en: `that worked|it worked|perfect that worked|great that worked|that works|it works|it works now|that works now|works now|working now|it is working now|that fixed it|that solved it|that did it|that did the trick|problem solved|issue solved|solved|fixed|sorted|all sorted|all good now|its fixed|it is fixed|its working|yes that worked|yes it works|that helped|that helps|it helped|yes that helped|i found it|found it|i figured it out|i have it now`,
    de: `das hat funktioniert|es hat funktioniert|das hat geklappt|es hat geklappt|hat geklappt|es funktioniert|funktioniert jetzt|es geht jetzt|jetzt geht es|es klappt|problem gelöst|gelöst|erledigt|das hat geholfen|das hilft|ich habe es gefunden|hat sich erledigt`,
    fr: `ça a marché|ça marche|ça fonctionne|problème résolu|c'est résolu|j'ai trouvé`,
    es: `funcionó|ya funciona|funciona|problema resuelto|resuelto|lo encontré`,
    it: `ha funzionato|funziona|adesso funziona|problema risolto|risolto|trovato`,
    nl: `het werkt|dat werkte|het werkt nu|opgelost|gelukt|gevonden`,
    pt: `funcionou|agora funciona|está funcionando|problema resolvido|resolvido|encontrei`,
    pl: `działa|zadziałało|już działa|rozwiązane|znalazłem|znalazłam`,
  },
  finished: {
    en: `no thats all|no that is all|thats all|that is all|thats it|that is it|no thats it|that will be all|thatll be all|nothing else|no nothing else|nothing more|no more questions|i have no more questions|no further questions|im done|i am done|im all set|i am all set|all set|no im good|no i am good|im good|i am good|im fine|i am fine|no im fine|thats everything|that is everything|no thats everything|that was all|no not right now|not right now|no not at the moment`,
    de: `nein das ist alles|das ist alles|das wars|das war alles|nein das wars|nein das war alles|nichts weiter|nein nichts weiter|sonst nichts|nein sonst nichts|keine fragen mehr|keine weiteren fragen|ich bin fertig|alles erledigt|mehr brauche ich nicht`,
    fr: `non c'est tout|c'est tout|ce sera tout|rien d'autre|plus de questions`,
    es: `no eso es todo|eso es todo|nada más|no nada más|es todo`,
    it: `no è tutto|è tutto|questo è tutto|nient'altro|nessun'altra domanda`,
    nl: `nee dat is alles|dat is alles|dat was alles|verder niets|niets meer`,
    pt: `não é só isso|é só isso|é tudo|só isso|mais nada|nada mais`,
    pl: `nie to wszystko|to wszystko|nic więcej|to już wszystko`,
  },
};
