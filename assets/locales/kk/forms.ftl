forms = <b>Өтініш бланкілері</b>

    Жүктеп алып, басып шығарыңыз да, қолмен толтырыңыз. Немесе «{ $button }» түймесін басыңыз: бот бланкіні жауаптарыңыз бойынша толтырады.
forms-for-missionary = <b>Миссионерге арналған</b> ({ $appendix })
forms-for-group = <b>Шағын діни топқа арналған</b> ({ $appendix })
forms-get-missionary-button = Миссионер бланкісін жүктеу
forms-get-group-button = Шағын топ бланкісін жүктеу
card-forms-button = Өтініш бланкілері
