digest-title = <b>Таңғы мәлімет: { $date }</b>
digest-overdue = <b>Мерзімі өтіп кетті: { $count }</b>
digest-today = <b>Соңғы күні — бүгін: { $count }</b>
digest-in-two = <b>Мерзімі таяудағы екі жұмыс күнінде бітеді: { $count }</b>
digest-recounted = <b>Күнтізбе өзгерді, басшы шешеді: { $count }</b>
digest-unreached = <b>Жеткізілмеді, қоңырау шалыңыз: { $count }</b>
digest-new = <b>Жаңа: { $count }</b>
digest-lacking = <b>Құжаттары күтіліп тұр: { $count }</b>
digest-ready = <b>Дайын, беруге болады: { $count }</b>
digest-row = • № { $number }
digest-row-day = • № { $number } — { $date }
digest-row-due = • № { $number } — мерзімі { $date }
digest-row-recounted = • № { $number } — айтылған күн { $said }, күнтізбе бойынша { $now }
digest-paused = <b>Мерзім тоқтап тұр: { $count }</b>
digest-row-paused = • № { $number } — { $date } күнінен бастап
digest-more = және тағы { $count }
digest-case-button = № { $number }
digest-queue-button = Кезекті ашу
head-ahead = <b>№ { $number } өтініш: мерзімі таяп қалды</b>
head-missed = <b>№ { $number } өтініш: мерзімі өтіп кетті</b>
head-missed-then = Бұл туралы және қалай шағымдануға болатыны өтініш берушіге хабарланды.
head-worker = Істі жүргізетін қызметкер: { $name }
head-nobody = Істі ешкім жүргізіп жатқан жоқ.
head-card-button = Істі ашу
late-moved = <b>№ { $number } өтініш: Сізге айтылған күн өтті</b>

    Сізге айтылған күн: <b>{ $date }</b>. Бөлім соңғы күнді ауыстырды, енді ол: <b>{ $now }</b>. Негізі: { $source }

    Бұл Сізді шағымдану құқығынан айырмайды: жаңа күнді күтуге де, қазір шағымдануға да болады.
late-then = <b>Қазір не істеуге болады</b>
late-call = <b>1. Бөлімге қоңырау шалып</b>, жауап қашан болатынын сұраңыз.
late-complain = <b>2. Шағымдану</b> ({ CITE("complain-service") }). Шағым дайын, өтініштің көшірмесі өзі қоса тіркеледі ({ CITE("complaint-form") }).
late-case-button = Өтінішті ашу
