### Documents of the checklist, item-<id>.

item-identity-copy = copy of the passport or identity card
item-application = application with territory and term
item-mission-document = document of the association on the right to missionary activity in its name
item-association-papers = note of the state registration of the association, and a copy of its charter
item-materials = religious literature, materials and objects for the missionary activity
item-foreign-registration = document on the registration of the association abroad, legalised or with an apostille
item-invitation = invitation from a religious association registered in Kazakhstan
item-translations = translations of foreign documents into Kazakh and Russian, certified by a notary in Kazakhstan
item-identity-copy-button = Copy of the passport or card
item-application-button = Application
item-mission-document-button = Document of the association
item-association-papers-button = Registration note and charter
item-materials-button = Literature and materials
item-foreign-registration-button = Registration abroad
item-invitation-button = Invitation
item-translations-button = Certified translations
item-identity-copy-what = The copy is needed on paper. Do not send it to the bot: your data are safer that way.
item-mission-document-what = Your association gives it: that you may carry on missionary activity in its name.
item-association-papers-what = The note of the state registration or re-registration of the legal entity, and a copy of the charter of the association that you represent.
item-materials-what = Everything that you will use. Experts examine the materials, and they may be used after a positive opinion (article 8(6)).
item-foreign-registration-what = It confirms that the association is formally registered under the law of a foreign state.
item-invitation-what = An association that is registered in Kazakhstan writes it.
item-translations-what = A notary in Kazakhstan certifies that the translation is true and that the signature is the translator’s.
