digest-title = <b>Таңғы мәлімет: { $date }</b>
digest-overdue = <b>Мерзімі өтіп кетті: { $count }</b>
digest-today = <b>Соңғы күні — бүгін: { $count }</b>
digest-in-two = <b>Мерзімі таяудағы екі жұмыс күнінде бітеді: { $count }</b>
digest-unreached = <b>Жеткізілмеді, қоңырау шалыңыз: { $count }</b>
digest-new = <b>Жаңа: { $count }</b>
digest-waiting = <b>Құжаттары күтілуде: { $count }</b>
digest-ready = <b>Дайын, беруге болады: { $count }</b>
digest-row = • № { $number }
digest-row-day = • № { $number } — { $date }
digest-row-due = • № { $number } — мерзімі { $date }
digest-more = және тағы { $count }
digest-case-button = № { $number }
digest-queue-button = Кезекті ашу
head-ahead = <b>№ { $number } өтініш: мерзімі таяп қалды</b>
head-ahead-decision = Нәтиже дайын болуға тиіс соңғы күн: <b>{ $date }</b> ({ CITE("result") }).
head-ahead-refusal = Құжаттар толық тапсырылмаған. Бас тартылса, себебін көрсетіп, жазбаша жауап беретін соңғы күн: <b>{ $date }</b> ({ CITE("refusal") }).
head-missed = <b>№ { $number } өтініш: мерзімі өтіп кетті</b>
head-missed-decision = Нәтиже дайын болуға тиіс соңғы күн: <b>{ $date }</b> ({ CITE("result") }).
head-missed-refusal = Құжаттар толық тапсырылмаған. Бас тартылса, себебін көрсетіп, жазбаша жауап беретін соңғы күн: <b>{ $date }</b> ({ CITE("refusal") }). Жауап жоқ.
head-missed-then = Бұл туралы және қалай шағымдануға болатыны өтініш берушіге хабарланды.
head-worker = Істі жүргізетін қызметкер: { $name }
head-nobody = Істі ешкім жүргізіп жатқан жоқ.
head-card-button = Істі ашу
late-decision = <b>№ { $number } өтініш: бөлім мерзімді өткізіп алды</b>

    Нәтиже дайын болуға тиіс соңғы күн: <b>{ $date }</b> ({ CITE("result") }). Оның дайын екені туралы белгі әлі жоқ.

    Мерзімді сақтау — бөлімнің міндеті. Бұған сіз кінәлі емессіз.
late-refusal = <b>№ { $number } өтініш: бөлім мерзімінде жауап бермеді</b>

    Бөлім құжаттарды толық алған жоқ. Бас тартса, ол себебін көрсетіп, сізге жазбаша жауап беруге тиіс еді. Жауап беретін соңғы күн: <b>{ $date }</b> ({ CITE("refusal") }). Жауап берілгені туралы белгі әлі жоқ.

    Мерзімінде жауап беру — бөлімнің міндеті. Жетіспейтін құжаттарды әлі де тапсыруға болады.
late-then = <b>Қазір не істеуге болады</b>
late-call = <b>1. Бөлімге қоңырау шалып</b>, жауап қашан болатынын сұраңыз.
late-complain = <b>2. Шағымдану</b> ({ CITE("complain-service") }). Шағым дайын, өтініштің көшірмесі өзі қоса тіркеледі ({ CITE("complaint-form") }).
late-case-button = Өтінішті ашу
