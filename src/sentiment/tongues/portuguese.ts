import type { Tongue } from './told.js';

export const portuguese: Tongue = {
  name: 'Portuguese',
  common: `eu o a os as um uma meu minha meus nao e em com para por como quando onde obrigado obrigada ola mas se posso
    tenho desde ja nenhum nenhuma sempre tambem de do da que seu sua esta estou voce voces muito quero isso isto
    este essa ainda me ao na no nas nos pra pelo pela foi sao ser tem ha faz dias semanas mes meses hoje ontem
    amanha pedido encomenda entrega dinheiro fatura boleto favor bom boa dia tarde noite preciso podem pode gostaria
    queria tudo nada ninguem mais qual quanto nunca aqui comigo estao vou nossa outro outra vez vezes assim so eles
    elas compro agora servico cliente ate entao depois morada atendimento gente coisa sou somos`,
  strong: `inaceitavel inaceitaveis vergonha vergonhos* absurdo absurda descaso  palhacad* ridicul* pessim* lixo desastre desastros*
    golpe golpista* ladrao ladroes merda* incompetente* revoltad* revoltante* furios* indignad* nojo nojent* porcaria* lamentavel
    inadmissivel desrespeito desrespeitos* trapaceir* roubo roubad* burla* burlao vigarice* vigarist* aldrab* enganad*  enganacao
    caralho porra foda* fodid* bosta droga piada intoleravel escandalo escandalos* deplorave* patetic* picaret* safad* caloteir*
    farto farta fartos fartas irritad* mentiros*`,
  bad: `terrive* horrive* decepcion* desapontad* desilud* inutil inuteis chatead* aborrecid* insatisfeit* frustr* cansad* mau  maus pior*
    ruim ruins mentira* ignora* ignorad* desagradave* lento lenta lentos pesadelo raiva triste* estress* demora demorad* enrola* enrolad* chato chata
    grosseir* deslei* mal-educad* stressad* irritante*`,
  ways: {
    trouble: [
      `nao (?:funciona|carrega|abre|consigo|posso|aparece|chegou|recebi|deixa|esta a funcionar)\\p{L}{0,2}|quebrad[oa]|partid[oa]|defeito|avariad[oa]|danificad[oa]|falta(?:m)?|erro|problema\\p{L}{0,1}|infelizmente|impossivel|continua (?:igual|a nao|sem|o mesmo|na mesma)|(?:ficou|esta|fica) (?:igual|na mesma|bloquead\\p{L})|nao (?:da|abre|entra|encontr\\p{L}{1,3}|aceita|mostra|resolveu|adiantou)|que pena|porque e que nao`,
    ],
    'asks-person': [
      `(?:falar|conversar|passar|transferir|contactar|passem-me)\\b.{0,15}\\b(?:pessoa|alguem|atendente|humano|agente|operador|gerente|responsavel)|tem alguem (?:ai|do outro lado)|ha alguem (?:ai|desse lado)|liguem[- ]me|me liguem`,
    ],
    calm: [
      'nao (?:tem|ha|faz|e|tenho) (?:problema|pressa|mal|urgente|urgencia|grave)|sem (?:problemas?|pressa|estresse)|nenhum problema|nada mal|(?:tudo|esta tudo) (?:bem|certo)|quando (?:puderem|puder|der)|pergunta (?:boba|tonta|idiota)|(?:foi|e) (?:culpa minha|erro meu|minha culpa|meu erro)|(?:meu|minha) (?:antig|ultim)[oa] .{0,40}|me enganei|enganei-me|escrevi errado|nao faz mal|aguardo (?:seu|o|ate|entao|retorno)(?! ha)|fico (?:a espera|no aguardo)|ma (?:sorte|escolha)',
    ],
    'let-down': [
      '(?:nao|nada|pouco) (?:estou |fiquei |e )?(?:nada |muito |la muito )?(?:content|satisfeit|feliz|aceitavel|normal|serio|profissional|admissivel)\\p{L}{0,2}|esperava (?:mais|melhor|outra coisa|algo melhor)',
    ],
    outrage: [
      '(?:so )?(?:pode|podem) (?:ser|estar) (?:brincadeira|brincando|de brincadeira|a brincar|a gozar|gozar|piada)|(?:e|isto e|isso e|que|parece) (?:uma )?(?:brincadeira|piada|gozacao|falta de respeito|falta de vergonha|pouca vergonha|palhaçada|palhacada|vergonha|barbaridade|loucura)|falta de (?:respeito|seriedade|profissionalismo|consideracao|educacao)|nunca (?:vi|na vida|tive|fui|na minha vida)|(?:rir|rindo|gozar|gozando|fazendo|fazer) (?:da minha cara|comigo|pouco|de (?:mim|bobo|palhaco|otario|idiota|tolo))|cara de pau|fazem? de (?:palhaço|palhaco|otario|parvo|bobo|trouxa)|como (?:e possivel|pode|podem|ousam)|nao acredito|(?:ninguem|nao) (?:quer saber|esta nem ai|se importa)',
    ],
    'giving-up': [
      '(?:estou|to|tou|fico|ja) (?:\\p{L}{1,12} )?(?:fart[oa]|de saco cheio|cheio|cheia|cansad[oa] (?:de|disto|disso|desta|dessa)|por aqui|pelos cabelos|ate aos? (?:cabelos|olhos|pescoço|pescoco))|saco cheio|pelos cabelos|ja chega|chega(?=$|[!.,])|chega de|basta(?=$|[!.,])|nao (?:aguento|aguentamos|suporto|da|posso) mais|desisto|(?:deixa|deixe|deixem|esquece|esqueça|esqueca|esqueçam|esquecam) (?:pra la|para la|isso|isto|la)|esquece(?=$|[!.,])|perda de tempo|perder (?:o )?(?:meu )?tempo|(?:perdendo|perco|a perder) (?:o )?(?:meu )?tempo|nao (?:serve|servem|adianta|resolve|resolvem|vale)(?: (?:para|pra|de|a))?(?: nada| pena)?|gota (?:d.?agua|de agua)|copo|minha paciencia|paciencia (?:acabou|esgotou|tem limite\\p{L}{0,2}|chegou|se esgotou)|(?:acabou|esgotou|perdi|perdendo|perder)(?:-se)? (?:-me )?(?:a )?(?:minha )?paciencia|fora do serio|me tira(?:m)? do serio|(?:me )?(?:deixa|deixam|poem|enlouque\\p{L}{1,4}) (?:louc[oa]|maluc[oa]|doid[oa])|o cumulo|e o fim da picada|jogo do empurra|empurra[- ]empurra|de um lado (?:para|pra) o outro|enrolando',
    ],
    waiting: [
      '(?:esperando|espero|aguardando|aguardo|a espera|ha|faz)\\b.{0,30}(?:horas?|semanas?|meses|mes|dias).{0,40}(?:nada|ninguem|sem|nao|esperando|ainda|espera|e continuo)|(?:ha|faz) (?:mais de |quase |ja )?\\S{1,8} (?:horas?|semanas?|meses|mes|dias) (?:esperando|a espera|ligando|a ligar|reclamando|tentando|atras|que (?:espero|aguardo|ligo|estou))|ate agora (?:nada|nao|ninguem)|ainda nao (?:me |nos )?(?:chegou nada|tive resposta|resolveram|responderam|deram|veio nada)|ninguem (?:me |nos |se )?(?:responde|atende|ajuda|resolve|faz|liga|sabe|da|diz)\\p{L}{0,3}|sem (?:nenhuma |qualquer )?(?:resposta|retorno)(?=$|[.!,])|quanto tempo (?:mais )?(?:tenho|vou|preciso|ainda)|nao (?:me )?(?:respondem|atendem|dao retorno|retornam)|cade (?:o )?meu|continuo (?:a espera|esperando|sem)',
    ],
    threat: [
      '(?:meu|um|ao meu|com meu) advogad[oa](?! (?:precisa|quer))|(?:vou|vamos|irei) (?:\\p{L}{1,12} )?(?:processar|processa-l\\p{L}{1,2}|denunciar|reclamar no|reclamar na|acionar|abrir (?:um )?processo|apresentar queixa|fazer queixa|fazer uma reclamacao)|procon|reclame aqui|livro de reclamacoes|deco(?=$|[.,! ])|defesa do consumidor|asae|nunca mais|jamais (?:compro|volto|comprarei)|nao (?:volto|compro|comprarei|voltarei) (?:mais|nunca|a comprar)|ultima (?:vez|compra)|(?:vou|quero) cancelar (?:tudo|ja|agora|imediat\\p{L}{1,6})|cancelo tudo|pequenas causas|no (?:juizado|tribunal)|avaliacao (?:negativa|pessima)|(?:uma|1|zero|0) estrelas?|(?:vou|passo|mudo) (?:para|pra) (?:a )?(?:concorrencia|outra (?:loja|empresa|operadora))|(?:perderam|acabam de perder|vao perder) (?:um|uma) client[ea]|redes sociais|contestar (?:a|no) (?:compra|cartao|banco)|estorno (?:no|pelo) (?:cartao|banco)',
    ],
    repetition: [
      '(?:outra|mais uma|uma) vez (?:mais|(?:o mesmo|a mesma|com o mesmo) (?:erro|problema|resposta|coisa|conversa))|mais uma vez(?=$|[!.,])|(?:segunda|terceira|quarta|quinta|sexta|decima|milesima|enesima) vez|(?:tres|quatro|cinco|dez|mil|varias|inumeras|cem) vezes|quantas vezes (?:tenho|mais|vou|preciso|e preciso dizer)|ja (?:vos |lhes |te )?(?:disse|falei|expliquei|repeti|reclamei|liguei|(?:mandei|enviei|respondi|informei) .{0,25}vezes)(?! (?:com meu marido|o numero))|sempre (?:a mesma|o mesmo|as mesmas)|a mesma (?:resposta|historia|conversa|desculpa|ladainha)|as mesmas (?:desculpas|respostas|perguntas)|repetir (?:tudo|sempre|outra)|repetindo',
    ],
    'not-understood': [
      'nao (?:me )?(?:entendem|entende|leem|ouvem|ouve|percebem|percebe|escutam|leram)|nao (?:e|foi|era) (?:isso|isto|o) que (?:eu )?(?:perguntei|pedi|disse|quero)|nada a ver|resposta (?:automatica|pronta)|sabem ler|voces leem',
    ],
    sarcasm: [
      '(?:otimo|perfeito|excelente|que bom|parabens|maravilha|lindo|que maravilha|fantastico|bonito)[,.! ]{1,3}(?:outra|outro|agora|continuem|mais uma|de novo|como sempre|e agora|so que)|parabens (?:pelo|pela|a)|obrigad[oa] por (?:nada|me fazer|nao)|(?:belo|bela|lindo|grande|que belo|que grande|rico) (?:servico|atendimento|trabalho|ajuda|forma)|continuem assim',
    ],
    profanity: [
      'merda|porra|caralho|puta|foda-?se|fodid\\p{L}{1,2}|bosta|cacete|idiotas?|imbeci\\p{L}{1,3}|otarios?|desgraç\\p{L}{1,4}|desgrac\\p{L}{1,4}|palhacos|vagabund\\p{L}{1,2}|filhos? da',
    ],
    thanks: [
      '(?:muito )?obrigad[oa]|perfeito(?=$|[.,! ])|otimo|excelente|valeu|(?:ja )?(?:resolvido|funcionou|esta resolvido)',
    ],
  },
};
