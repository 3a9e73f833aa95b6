import type { Tongue } from './told.js';

export const french: Tongue = {
  name: 'French',
  common: `vais va allez veut je est et pas le la les un une mon ma mes ne vous nous il elle sur pour avec comment quand pourquoi ou merci
    bonjour mais si peux ai depuis deja aucun aucune toujours encore aussi dans de des du ce que qui votre vos suis
    c'est j'ai n'ai d'un l'ai qu'on au aux cette ete avez etes sont fait faire puis pouvez voudrais veux plus tres
    bien tout tous rien personne jours semaine semaines commande colis livraison remboursement facture s'il plait
    svp j'attends c'etait ca on en y a quel quelle quelqu'un chez nos leur leurs jamais moi toi lui elles eux ici
    la-bas faut peut entendu lampe adresse`,
  strong: `inadmissible* inacceptable* honte honteux honteuse* scandale* scandaleux scandaleuse* catastrophe catastrophique* lamentable*
    pitoyable* furieux furieuse* incompetent* arnaque* arnaqueur* arnaqueurs escroc* escroquerie* voleur* voleurs merde merdique* foutage
    ridicule* insupportable* deplorable* minable* scandalise* revoltant* revolte* degueulasse* bordel connard* cons honteusement inoui
    inoui* hallucinant* aberrant* ignoble* execrable* affligeant* ecoeur* desastreux desastreuse* indigne* intolerable* foutez putain
    horripil* ras-le-bol enerve enervee calamiteux calamiteuse* navrant* scandaleusement`,
  bad: `nul nulle nuls nulles decu* decevant* deception* colere inutile* horrible* terrible* mauvais* pire penible* agace* agacant*
    enervant* enerver fache* mecontent* insatisfait* frustr* lassant* lasse exaspere* exasperant* mensonge* menteur* menti mentez
    decourag* desagreable* malpoli* incorrect* irrespect*  bacle* gachis galere* absurde* ignore* ignorez balade balade* mepris*
    abuse* abusif pagaille cauchemar`,
  ways: {
    trouble: [
      `ne (?:marche|fonctionne|s'ouvre|demarre|repond|charge)\\p{L}{0,3} (?:pas|plus)|en panne|casse\\p{L}{0,3}|abime\\p{L}{0,3}|defectueu\\p{L}{1,3}|manque|erreur|n'arrive (?:pas|plus)|ne (?:peux|peut) (?:pas|plus)|pas (?:recu|arrive)|malheureusement|probleme\\p{L}{0,1}|impossible|dommage|(?:reste|toujours) (?:bloque|pareil|le meme)|ne (?:trouve|vois|marche|veut|fait) (?:pas|rien|plus)|n'a (?:pas|rien) (?:change|marche|fonctionne)`,
    ],
    'asks-person': [
      `(?:parler|discuter|echanger|joindre|contacter)\\b.{0,15}\\b(?:quelqu'un(?! d'autre)|humain|conseillere?|agent|personne|responsable|operateur)|(?:un|vrai) (?:humain|conseiller)|(?:passez|donnez|appelez)-moi (?:un|une|le|la|votre) (?:conseill\\p{L}{1,4}|humain|responsable|personne|chef)|rappelez[- ]moi|(?:il y a|y a-t-il) quelqu'un(?=[^\\p{L}]{0,5}$| pour)`,
    ],
    calm: [
      "pas (?:de|un|grave|urgent|presse|mal|si mal|fache)(?: (?:probleme|souci|urgence|soucis|du tout))?|aucun (?:probleme|souci)|ce n'est (?:pas|rien)(?: grave)?|rien de grave|prenez votre temps|sans urgence|quand vous (?:pourrez|aurez)|mon ancien(?:ne)? .{0,40}|question (?:bete|idiote)|c'est (?:de )?ma faute|mon erreur|je m'en suis rendu compte|j'attends (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|demain|donc|alors|votre (?:retour|reponse)|la suite|le colis)(?! depuis)",
    ],
    'let-down': [
      "(?:pas|plus|jamais|loin d'etre|rien) (?:\\p{L}{1,12} )?(?:content|contente|satisfait|satisfaite|satisfaisant|ravi|ravie|normal|acceptable|serieux|professionnel|possible de|a la hauteur|digne)|(?:m'attendais|esperais|attendais) (?:a )?mieux",
    ],
    outrage: [
      "c'est (?:du )?(?:n'importe quoi|quoi ce|quoi cette|incroyable)|n'importe quoi|(?:vous )?(?:vous |te )?(?:moquez|moquer|foutez|fichez|moque) (?:de|du) (?:moi|nous|la gueule|monde|vos clients|qui|gens)|se (?:moque|fout|fiche|contrefiche|contrefout) (?:\\p{L}{1,14} )?(?:de|du|des) (?:client|clients|moi|nous|qui|la gueule)|comment (?:est-ce|c'est|osez|pouvez-vous|peut-on) .{0,12}(?:possible|vous|faire|traiter)|(?:jamais|rarement) (?:vu|eu|connu) (?:un|une|ca|cela|tel|autant)|quelle (?:blague|farce|rigolade|horreur|honte|deception|mauvaise)|c'est (?:une|la) (?:blague|farce|plaisanterie)|mauvaise foi|aucun (?:respect|serieux|suivi|professionnalisme)|manque de (?:respect|serieux|professionnalisme)|prenez pour (?:un|une|des) (?:idiot|con|imbecile|pigeon|andouille)\\p{L}{0,2}",
    ],
    'giving-up': [
      "(?:en )?(?:ai|a|avons|commence a en avoir) (?:vraiment |plus que |franchement |tellement |clairement )?(?:marre|assez|plein le dos|ras le bol|jusque la|par-dessus la tete)|ras[ -]le[ -]bol|y en a marre|marre de|(?:j')?abandonne|laissez? tomber|laisse(?:z)? beton|ca suffit|c'est bon,? (?:j'abandonne|j'arrete|laissez)|(?:a|au) bout de (?:ma |mes |nos )?(?:patience|nerfs|forces)|(?:ma )?patience (?:a|est|arrive) .{0,15}(?:limite|bout|terminee|epuisee)s?|perd(?:s|re)? (?:mon temps|patience|mes nerfs)|perte de temps|temps perdu|(?:ca|cela|vous) (?:ne )?sert? a rien|sert a rien|servez a rien|a quoi (?:bon|ca sert)|(?:goutte|vase) .{0,25}(?:vase|deborder|deborde)|casse[rz]? les (?:pieds|couilles|oreilles)|(?:prend|prenez|gonfle|gave|saoule|soule)\\p{L}{0,3} (?:la tete|le chou|grave)|ca me (?:gonfle|gave|saoule|soule|rend (?:fou|folle|dingue))|rend(?:re|s|ez)? (?:fou|folle|dingue)|sortir? de mes gonds|hors de moi|tourne(?:r|z|nt)? en rond|mene(?:r|z|nt)? en bateau|prend(?:re)? des vessies|se renvoie(?:nt)? la balle|c'est le pompon|le comble|(?:j'en|je n'en) (?:peux|ai) plus|peux plus,",
    ],
    waiting: [
      "(?:j'attends|attends|attendons|attendre|attente)\\b.{0,25}(?:depuis|des (?:heures|jours|semaines|mois))|(?:depuis|ca fait) (?:plus de |bientot |presque |deja )?\\S{1,12} (?:heures?|jours?|semaines?|mois)(?! (?:a|au|le|votre|client|environ|et tout|dans|que je (?:suis|commande))).{0,40}(?:pas|rien|aucune?|personne|toujours|attend\\p{L}{0,4}|balad\\p{L}{0,4}|relance\\p{L}{0,2}|jamais|sans)|toujours (?:pas|rien|aucune?)|personne (?:ne|n'|pour) ?(?:repond|m'a|me|m'|nous|rappelle|aide|sait|fait|vient)\\p{L}{0,3}|aucune (?:reponse|nouvelle|reaction|suite)|sans (?:aucune )?(?:reponse|nouvelles?)(?=$|[.!,])|combien de temps (?:encore|dois-je|vais-je|faut-il encore)|jamais (?:de )?(?:reponse|rappele|repondu)",
    ],
    threat: [
      "(?:mon|un|l') ?avocat(?! (?:a besoin|veut))|(?:vais|veux|allons|compte) (?:\\p{L}{1,12} )?(?:porter plainte|resilier|saisir|alerter|signaler|deposer plainte)|plainte (?:contre|sera|aupres)|(?:porter|porte|deposer|depose) plainte|tribunal|repression des fraudes|dgccrf|60 millions|que choisir|association de consommateurs|plus jamais|jamais plus|dernier(?:e)? (?:fois|commande) (?:que je|chez vous)|mauvais avis|avis (?:negatif|tres negatif|salé|sale)|(?:une|1|zero|0) etoiles?|chez (?:un|vos|la|un de vos) concurrents?|(?:vais|irai|passe|pars) (?:voir |chez |aller )?(?:ailleurs|(?:a )?la concurrence)|(?:je )?resilie (?:tout|immediatement|mon|sur le champ)|j'annule tout|perdu (?:un|une) client\\p{L}{0,2}|opposition (?:au|sur le) (?:paiement|prelevement)|en parler partout|tout le monde (?:le saura|va savoir)",
    ],
    repetition: [
      'encore une fois(?:,| le| la| vous| rien| on)|\\p{L}{1,12}ieme fois|(?:trois|quatre|cinq|dix|cent|plusieurs|mille) fois(?: que|,| deja| et)|(?:fois|deja) (?:que je|dit|explique|demande|envoye|repondu|ecrit|signale)|combien de fois (?:faut|dois|encore|vais)|toujours la meme (?:chose|reponse|histoire|rengaine|excuse)|les memes (?:reponses|excuses|questions)|repete(?:r|z)? (?:sans cesse|toujours|la meme|dix)|me repeter',
    ],
    'not-understood': [
      "(?:ne |n')?(?:lisez|comprenez|ecoutez|repondez) (?:meme )?(?:pas|rien|jamais)|(?:pas|rien a voir avec) (?:ma question|ce que je (?:demande|dis|veux))|lisez[- ]vous|vous (?:etes|savez) (?:sourd|lire)|reponse (?:automatique|toute faite|bateau|hors sujet)|a cote de la plaque|hors sujet",
    ],
    sarcasm: [
      '(?:bravo|felicitations|chapeau|super|genial|formidable|parfait|magnifique|merveilleux)[,.! ]{1,3}(?:encore|vraiment|continuez|toujours|maintenant|et maintenant|quel|pour (?:rien|votre|la)|vous avez|on)|merci (?:pour|de) (?:rien|ne rien|m.avoir fait perdre|votre (?:incompetence|mepris|silence))|(?:quel|quelle) (?:beau|belle|super|magnifique) (?:service|efficacite|travail|reactivite)|continuez comme ca|vive le service',
    ],
    profanity: [
      'merde|putain|bordel|connards?|foutre|foutu[es]{0,2}|chier|emmerd\\p{L}{1,5}|couilles|saloperie|enfoire\\p{L}{0,2}|abrutis?|cretins?',
    ],
    thanks: [
      "merci(?: beaucoup| bien| d'avance| infiniment)?|parfait|genial|super,? merci|ca (?:marche|fonctionne) (?:maintenant|parfaitement|super)|c'est (?:regle|resolu|parfait)",
    ],
  },
};
