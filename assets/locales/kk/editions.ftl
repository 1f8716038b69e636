### What differs between two editions of a standard, and the question whether a draft moves to the current one.

offer-title = <b>Өтініш беру ережелері өзгерді</b>

    Бұл өтініш { $was } бойынша басталған. Жаңа өтініштер { $now } бойынша басталады. Жаңа ережелерге көшесіз бе, әлде бұрынғысында қаласыз ба?
offer-edition = { $date } күні бекітілген № { $number } стандарт
offer-changes = <b>Өтінішіңіз үшін не өзгереді:</b>
offer-same = Өтінішіңіз үшін ештеңе өзгермейді.
offer-kept = Сәйкес келетін жауаптар сақталады.
offer-again = Қайтадан сұраймыз: { $items }.
offer-renamed = Атауы өзгерген құжаттардың көшірмелері сақталады: { $items }.
offer-copies = { $was } → { $now }
offer-erased = Мына құжаттардың көшірмелері өшіріледі: { $items }.
offer-no-kind = Жаңа ережелерде мұндай өтініш жоқ. Оны бұрынғы ережелермен аяқтап, беруге болады.
offer-move-button = Жаңаға көшу
offer-stay-button = Бұрынғысында қалу
offer-moved = Өтініш жаңа ережелерге көшірілді.
offer-stayed = Өтініш бұрынғы ережелерде қалады. Бұл ережелер туралы енді сұрамаймыз.

diff-title = <b>Өтініш беруші үшін не өзгереді: { $was } → { $now }</b>
diff-same = Ештеңе өзгермейді.
diff-prepared = { $edition } — тек дайындыққа арналған: онда жоқ нәрсені заң жоймаған болуы мүмкін, ол жай ғана белгісіз.
diff-subject = <b>{ $name }</b>
diff-common = <b>Барлық өтініштер үшін</b>
diff-offices = <b>Бөлімдер мен әкімдіктер</b>
diff-kind-added = • өтініштің жаңа түрі: { $now }
diff-kind-removed = • мұндай өтініш енді жоқ: { $was }
diff-kind-renamed = • өтініш басқаша аталады: { $was } → { $now }
diff-kind-otherwise = • өтініш басқа тілдерде басқаша аталады: { $now }
diff-document-added = • тағы бір құжат керек: { $now }
diff-document-removed = • құжат енді керек емес: { $was }
diff-document-renamed = • құжат басқаша аталады: { $was } → { $now }
diff-document-otherwise = • құжатқа қойылатын талаптар басқа: { $now }
diff-question-added = • жаңа сұрақ: { $now }
diff-question-removed = • енді сұралмайды: { $was }
diff-question-renamed = • сұрақ басқаша айтылады: { $was } → { $now }
diff-question-otherwise = • сұрақ басқаша қойылады: { $now }
diff-form-added = • жаңа нысан: { $now }
diff-form-removed = • нысан енді жоқ: { $was }
diff-form-renamed = • нысан басқаша аталады: { $was } → { $now }
diff-form-otherwise = • нысанда басқа жолдар: { $now }
diff-term-added = • жаңа мерзім, { $name }: { $now }
diff-term-removed = • мерзім енді жоқ, { $name }: { $was }
diff-term-otherwise = • { $name }: бұрын { $was }, енді { $now }
diff-answer = шағымға жауап
diff-answer-longest = шағымға ең ұзақ жауап
diff-length =
    { $unit ->
        [working-days] { $count } жұмыс күні
        [calendar-days] күнтізбелік { $count } күн
       *[minutes] { $count } минут
    }
diff-pause-added = • нәтиже мерзімі мына себеппен тоқтап тұруы мүмкін: { $now }
diff-pause-removed = • мына себеппен мерзім енді тоқтамайды: { $was }
diff-ground-added = • топтама толық болса да, мына негізбен бас тартылуы мүмкін: { $now }
diff-ground-removed = • мына негізбен енді бас тартылмайды: { $was }
diff-acceptance-added = • толық емес топтаманы қабылдамауы мүмкін
diff-acceptance-removed = • толық емес топтаманы қабылдаудан енді бас тартпайды
diff-fee = • төлем: бұрын { $was }, енді { $now }
diff-money =
    { $count ->
        [0] тегін
       *[other] { $count } теңге
    }
diff-unit-added = • жаңа бөлім немесе әкімдік: { $now }
diff-unit-removed = • бөлім немесе әкімдік енді жоқ: { $was }
diff-unit-renamed = • бөлім немесе әкімдік басқаша аталады: { $was } → { $now }
diff-unit-otherwise = • бөлім немесе әкімдік басқа жерге қызмет көрсетеді немесе басқа тізімде тұр: { $was } → { $now }
diff-units-gone = • бұрынғы бөлімдер мен әкімдіктердің ешқайсысы енді жоқ, олардың саны { $count } болған
diff-unit = { $code } { $name }, { $district }
