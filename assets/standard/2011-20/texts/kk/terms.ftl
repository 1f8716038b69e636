### The terms of the result and of a refusal: while they run, when they come near, when they have passed.

case-decision = Нәтиже шығатын соңғы күн: <b>{ $date }</b> ({ CITE("result") }).
case-refusal = Құжаттар толық тапсырылмаған. Бөлім бас тартса, себебін көрсетіп, жазбаша жауап беруге тиіс. Жауап беретін соңғы күн: <b>{ $date }</b> ({ CITE("refusal") }).
clock-decision = <b>Нәтиже мерзімі</b> ({ $cites })
clock-refusal = <b>Себебін көрсетіп бас тарту мерзімі</b> ({ $cites })
work-term-decision = Нәтиже шығатын соңғы күн: <b>{ $date }</b> ({ CITE("result") }). { $unit ->
        [calendar-days] { $count ->
            [0] Бұл — бүгінгі күн.
           *[other] күнтізбелік { $count } күн қалды.
        }
       *[working-days] { $count ->
            [0] Бұл — бүгінгі күн.
           *[other] { $count } жұмыс күні қалды.
        }
    }
work-term-decision-late = <b>Мерзімі өтіп кетті: { $date }</b> ({ CITE("result") }).
work-term-refusal = Топтама толық болмаса, себебін көрсетіп бас тартатын соңғы күн: <b>{ $date }</b> ({ CITE("refusal") }). { $unit ->
        [calendar-days] { $count ->
            [0] Бұл — бүгінгі күн.
           *[other] күнтізбелік { $count } күн қалды.
        }
       *[working-days] { $count ->
            [0] Бұл — бүгінгі күн.
           *[other] { $count } жұмыс күні қалды.
        }
    }
work-term-refusal-late = <b>Бас тарту мерзімі өтіп кетті: { $date }</b> ({ CITE("refusal") }).
work-receive = <b>№ { $number } іс бойынша не тапсырылды?</b>

    Тапсырылғанын белгілеп, «Белгіленгенін жазу» түймесін басыңыз. Бәрі тапсырылса, { $unit ->
        [calendar-days] келесі күннен бастап күнтізбелік { $days } күн
       *[working-days] келесі жұмыс күнінен бастап { $days } жұмыс күні
    } есептеледі ({ CITE("result") }).
head-ahead-decision = Нәтиже дайын болуға тиіс соңғы күн: <b>{ $date }</b> ({ CITE("result") }).
head-ahead-refusal = Құжаттар толық тапсырылмаған. Бас тартылса, себебін көрсетіп, жазбаша жауап беретін соңғы күн: <b>{ $date }</b> ({ CITE("refusal") }).
head-missed-decision = Нәтиже дайын болуға тиіс болған соңғы күн: <b>{ $date }</b> ({ CITE("result") }).
head-missed-refusal = Құжаттар толық тапсырылмаған. Бас тартылса, себебін көрсетіп, жазбаша жауап беретін соңғы күн: <b>{ $date }</b> ({ CITE("refusal") }). Жауап жоқ.
late-decision = <b>№ { $number } өтініш: бөлім мерзімді өткізіп алды</b>

    Нәтиже дайын болуға тиіс болған соңғы күн: <b>{ $date }</b> ({ CITE("result") }). Оның дайын екені туралы белгі әлі жоқ.

    Мерзімді сақтау — бөлімнің міндеті. Бұған Сіз кінәлі емессіз.
late-refusal = <b>№ { $number } өтініш: бөлім мерзімінде жауап бермеді</b>

    Бөлім құжаттарды толық алған жоқ. Бас тартса, ол себебін көрсетіп, Сізге жазбаша жауап беруге тиіс еді. Жауап беретін соңғы күн: <b>{ $date }</b> ({ CITE("refusal") }). Жауап берілгені туралы белгі әлі жоқ.

    Мерзімінде жауап беру — бөлімнің міндеті. Жетіспейтін құжаттарды әлі де тапсыруға болады.
term-decision = шешім мерзімі
term-refusal = бас тарту мерзімі
term-waiting = жүгінген күні күту
term-serving = жүгінген күні қызмет көрсету
term-collecting = нәтижені алғанда күту
