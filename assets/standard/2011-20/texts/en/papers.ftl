### The papers that are issued: as officers make them, and as applicants are told.

work-certificate-missionary = Certificate No { $number }, { $date }
work-certificate-group = Reference note No { $number }, { $date }
work-approve-missionary = <b>Certificate for case No { $number }</b>

    { $name }. Check the lines against the documents:
work-approve-group = <b>Reference note for case No { $number }</b>

    { $name }. Check the lines against the documents:
work-mend-citizenship-button = Correct: citizenship
work-mend-association-button = Correct: association
work-mend-city-button = Correct: town
work-mend-term-to-button = Correct: end of the term
work-mend-territory-button = Correct: territory
work-mend-office-city-button = Correct: town of the office
work-mend-citizenship = Write the citizenship. Example: <b>Republic of Kazakhstan</b>
work-mend-association = Write which association the missionary represents. Example: <b>RA “Spiritual Board of the Muslims of Kazakhstan”</b>
work-mend-city = Write the town or village. Example: <b>Kokshetau</b>
work-mend-term-to = Write until which day the certificate is valid. Example: <b>05.03.2028</b>
work-mend-territory = Write the territory of the activity. Example: <b>Akmola region: Kokshetau</b>
work-mend-office-city = Write the town of the office. Example: <b>Kokshetau</b>
paper-missionary = certificate
paper-group = reference note
told-approved-missionary = The office decided to give a certificate for application No { $number }. It is being prepared: a message will say when it can be collected.
told-approved-group = The office decided to give a reference note for application No { $number }. It is being prepared: a message will say when it can be collected.
told-ready-missionary = <b>The certificate for application No { $number } is ready.</b>

    Collect it in person: bring your identity card or passport. A representative brings a power of attorney as well ({ CITE("handover") }).
told-ready-group = <b>The reference note for application No { $number } is ready.</b>

    Collect it in person: bring your identity card or passport. A representative brings a power of attorney as well ({ CITE("handover") }).
told-issued-missionary = Certificate No { $number } was handed out on { $date }. Collected by: { $name }. If this is neither you nor your representative, call the office at once.
told-issued-group = Reference note No { $number } was handed out on { $date }. Collected by: { $name }. If this is neither you nor your representative, call the office at once.
