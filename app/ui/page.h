// A page of the window, and the catalogue of pages: a list, a detail, and what belongs to it.
#pragma once

#include "ui/printout.h"
#include "ui/shell.h"

#include <QWidget>

namespace naru::ui {

struct ShortcutHint {
    QString keys; // "Ctrl+Enter", as it stands on the keyboard
    QString text;
};

class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(Shell &shell, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_shell(shell)
    {
    }

    // Where one is: "인사발령 › 2026. 7. 29.자 (1,531명)"; empty: the page's name alone.
    virtual QString subtitle() const { return {}; }
    virtual QList<ShortcutHint> hints() const { return {}; }
    // Asked before another page comes or the window closes; a page with unsaved work asks and may say no.
    virtual bool canLeave() { return true; }
    // The page is shown, the day of the question has changed, or something was written: ask again.
    virtual void refresh() { }
    virtual void open(const RecordRef &record) { Q_UNUSED(record) }
    // What of it can be printed (Ctrl+P), the likeliest first. Asked on the window thread while the page is shown.
    virtual QList<PrintChoice> printChoices() const { return {}; }

    // The actions of the page are its QWidget::actions(): the header shows them, the palette finds them.
    // One action of a page may carry the property "primary".

Q_SIGNALS:
    void subtitleChanged();

protected:
    Shell &shell() const { return m_shell; }

private:
    Shell &m_shell;
};

// One of the portal's functions. `make` is empty while its page does not exist.
struct PageKind {
    QString id; // "personnel-order"
    const char *title; // English source text, context "naru::ui::Pages"
    QString icon;
    const char *group; // the same; null: before all groups
    std::function<Page *(Shell &shell)> make = {};
};

// All functions in the order of the portal's menu.
const QList<PageKind> &pageKinds();
QString pageText(const char *source);

} // namespace naru::ui
