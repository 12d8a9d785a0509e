// A person on a day: who, where, since when; account and roles; the work in charge; and the whole history of assignments.
#pragma once

#include "run/session.h"
#include "ui/pages/panel.h"

class QTextBrowser;

namespace naru::ui {

class PersonCard : public Panel {
    Q_OBJECT
public:
    // The theme must outlive the card.
    explicit PersonCard(const Theme &theme, QWidget *parent = nullptr);

    void showPerson(const run::PersonDetail &person, QDate day, const office::Directory &directory);
    void showUnit(const run::UnitRow &unit, const office::Directory &directory);
    void clear(const QString &why);
    QString plainText() const;
    PrintedText printed() const;

Q_SIGNALS:
    void linkChosen(const QString &record); // "unit:A010300", "person:20110234"

private:
    const Theme &m_theme;
    QTextBrowser *m_text;
};

} // namespace naru::ui
