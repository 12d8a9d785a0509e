// Where one is and what can be done there: the title of the page and its actions. What does not fit goes into a menu.
#pragma once

#include "ui/page.h"

class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace naru::ui {

class ElidedLabel;

class PageHeader : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(const Theme &theme, QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &subtitle);
    void setActions(const QList<QAction *> &actions);
    QString title() const;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    const Theme &m_theme;
    QLabel *m_title;
    ElidedLabel *m_subtitle;
    QHBoxLayout *m_row;
    QList<QToolButton *> m_buttons;
    QToolButton *m_more;
    QMenu *m_menu;
};

} // namespace naru::ui
