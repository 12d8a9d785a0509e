// The bar at the head: the name, the search, the day of the question, the bell, and the person.
#pragma once

#include "ui/theme.h"

#include <QDate>
#include <QFrame>

class QLabel;
class QMenu;
class QToolButton;

namespace naru::ui {

class AsOfButton;
class SearchBox;
class Works;

class TopBar : public QFrame {
    Q_OBJECT
public:
    TopBar(const Theme &theme, Works &works, QDate today, QDate asOf, QWidget *overlay);

    SearchBox *search() const { return m_search; }
    AsOfButton *asOf() const { return m_asOf; }
    QToolButton *bell() const { return m_bell; }
    QToolButton *user() const { return m_user; }
    void setNoticeCount(int count);
    void setUser(const QString &text, QMenu *menu);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    const Theme &m_theme;
    QLabel *m_mark;
    QLabel *m_name;
    SearchBox *m_search;
    AsOfButton *m_asOf;
    QToolButton *m_bell;
    QLabel *m_badge;
    QToolButton *m_user;
    QString m_userText;
};

} // namespace naru::ui
