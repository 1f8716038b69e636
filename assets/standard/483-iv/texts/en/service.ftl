### What is prepared under this law, what it says, and what is not known of it.

prepare-offer = Under the law in force today a missionary can put the package together here and take it there in person: it cannot be filed through the bot.
prepare-offer-button = By the rules of today: prepare your package
prepare-basis = Law of 11.10.2011 No 483-IV, article 8
apply-intro = <b>By the rules of today: the package of a missionary</b>

    The bot asks what is needed, drafts the application and lists what to bring. You take the documents yourself to the local executive body of the region, of the city of republican significance or of the capital.

    Registration takes no longer than { $unit ->
        [calendar-days] { $days ->
            [one] { $days } calendar day
           *[other] { $days } calendar days
        }
       *[working-days] { $days ->
            [one] { $days } working day
           *[other] { $days } working days
        }
    } from the day the documents are handed in ({ CITE("result") }).
prepare-law = <b>What the law says</b>

    <b>Term.</b> At most { $days } { $unit ->
        [calendar-days] calendar days
       *[working-days] working days
    } from the day the documents are handed in. While your materials are examined by experts on religion, the term stands still ({ CITE("result") }).

    <b>Every year again.</b> Missionaries have to be registered again every year (article 8(3)).

    <b>When it is refused.</b> On a negative opinion of the experts, and if the activity threatens the constitutional order, public order, human rights and freedoms, or the health and morals of the population ({ CITE("refusal") }).

    <b>Materials.</b> They may be used only after a positive opinion of the experts (article 8(6)). The application is a ground for the examination (article 6(1)3). Article 9(2) says where literature may be distributed, article 7(3) where missionary activity is not allowed.

    <b>If the package is not complete.</b> The application is not accepted (article 19 of the Law on state services, read as of 25.11.2019).

    <b>Complaint</b> (Administrative Procedure and Process Code, read as of 05.11.2022, article 73 as of an earlier day). Within three months (article 92), to the body complained of: unless it grants all of it, it forwards the complaint within 3 working days; silence is a refusal, too (article 91). It is decided within 20 working days (article 99), and the decision sent within 5 working days (article 100). A court comes after the complaint (article 91). Before the decision you have to be heard, and told of it 3 working days ahead (article 73).
unknown-form = the form of the application and of the result in force (order of 31.03.2020 No 97): ask the body for them and carry the draft over
unknown-order = what order No 97 says of the way to apply, the hours, the fee and complaints
unknown-addresses = addresses and phones of the bodies that register
unknown-examination = how long the examination takes
unknown-changes = changes of the law of 27.06.2022 No 129-VII, of 20.04.2023 No 226-VII and later ones: article 8 was read as of 13.05.2020
unregistered-group = <b>Small religious groups.</b> The articles of the law of 2011 that we have read know no registration of such groups, and { $cites } does not allow associations that are not registered to act. Ask the local executive body before you act.
subject-missionary = Missionary
apply-needed-missionary = <b>What a missionary needs</b>
condition-foreigner-or-stateless = if you are a foreigner or a stateless person

## In the place of the program's own words: here nothing is filed.

apply-begin-button = Start preparing
mine-draft = Preparation: { $subject }
mine-draft-of-several = Preparation { $number }: { $name }, { $date }, { $time }
office-proposed = Territory: <b>{ $territory }</b>

    Take the documents here ({ CITE("who-serves") }):
office-not-connected = Nothing is filed there through the bot. There is no number, no receipt and no term here: the term begins when the body has the documents.
office-keep-button = I will take them here
office-choose = <b>Another body</b>

    Choose where you take the documents.
territory-region-button = Another region or city
bad-place-unknown = There is no such region or city of republican significance in the list. Press a button or type the name, such as “Akmola region”.
card-source = In the law: «{ $title }» ({ $cites }).
review-lacking = <b>What is not there yet.</b> By the law this is needed, too ({ CITE("documents") }):
review-preview-button = See the draft
review-package-button = Get the package
preview-caption = This is the draft as it is now.
package-caption = Draft of the application and the list of what to bring. Carry the draft over to the form in force that the body gives you.
package-title = <b>The package is ready</b>
package-bring = <b>Bring:</b>
package-no-receipt = The application is not filed: there is no number, and no term runs. Take the documents yourself and ask to have their receipt noted.
term-decision = Registration

pause-examination = an expert religious examination of the materials
ground-negative-opinion = a negative opinion of the expert religious examination
ground-threat = the activity threatens the constitutional order, public order, the rights and freedoms of people, public health or morals
