// What was read of a line on a scan, to be put right: one field for each cell, with how sure its reading was. What a person
// sends counts as read by that person, changed or not.
#pragma once

#include "ui/pages/plan_lines.h"

#include <QJsonObject>
#include <QWidget>

class QFormLayout;
class QPushButton;

namespace naru::ui {

class LiveField;

class ReadingForm : public QWidget {
    Q_OBJECT
public:
    explicit ReadingForm(const Theme &theme, QWidget *parent = nullptr);

    void setLine(const PlanLine &line);
    void focusFirst(); // what is least sure
    // What stands in the fields, {"name": "…"}; empty fields are not there.
    QJsonObject typed() const;
    LiveField *field(const QString &name) const { return m_edits.value(name); }

Q_SIGNALS:
    void sent(const QJsonObject &typed);
    void left(); // Escape
    void fieldChosen(const naru::ui::ReadField &field); // its cell is what should be looked at

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addRow(const ReadField &field);

    const Theme &m_theme;
    QFormLayout *m_rows;
    QPushButton *m_send;
    QList<ReadField> m_fields;
    QMap<QString, LiveField *> m_edits;
};

} // namespace naru::ui
