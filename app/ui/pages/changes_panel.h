// What follows from a line, in words: the person, the consequences, and every field that changes.
#pragma once

#include "ui/pages/panel.h"
#include "ui/pages/plan_lines.h"

class QTextBrowser;

namespace naru::office {
class Directory;
}

namespace naru::ui {

class ChangesPanel : public Panel {
    Q_OBJECT
public:
    // The theme must outlive the panel.
    explicit ChangesPanel(const Theme &theme, QWidget *parent = nullptr);

    // `directory` gives the names of units and people; null shows their codes.
    void showLine(const PlanLine &line, const QList<Change> &changes, const office::Directory *directory);
    QString plainText() const;
    PrintedText printed() const;

private:
    const Theme &m_theme;
    QTextBrowser *m_text;
};

} // namespace naru::ui
